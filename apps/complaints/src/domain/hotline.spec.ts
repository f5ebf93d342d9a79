import { beforeHotline } from './hotline';

const at = (text: string) => new Date(text);
const now = at('2026-11-23T02:00:00Z');

it('is earlier than what a hotline asks, however little is left (W2.3)', () => {
  expect(beforeHotline(at('2026-11-27T02:00:00Z'), now)).toEqual(at('2026-11-26T02:00:00Z'));
  expect(beforeHotline(at('2026-11-23T06:00:00Z'), now)).toEqual(at('2026-11-23T04:00:00Z'));
  expect(beforeHotline(at('2026-11-23T01:00:00Z'), now)).toEqual(at('2026-11-23T00:59:59.999Z'));
});
