import { beforeHotline, takesTheLead } from './hotline';

const at = (text: string) => new Date(text);
const now = at('2026-11-23T02:00:00Z');

it('is earlier than what a hotline asks, however little is left (W2.3)', () => {
  expect(beforeHotline(at('2026-11-27T02:00:00Z'), now)).toEqual(at('2026-11-26T02:00:00Z'));
  expect(beforeHotline(at('2026-11-23T06:00:00Z'), now)).toEqual(at('2026-11-23T04:00:00Z'));
  expect(beforeHotline(at('2026-11-23T01:00:00Z'), now)).toEqual(at('2026-11-23T00:59:59.999Z'));
});

it('of several hotlines the earliest leads that can still be met (W2.3)', () => {
  const leads = (joined: string, leading: string | null) => takesTheLead({ number: '12345-1', deadline: at(joined) }, leading === null ? null : at(leading), now);
  expect(leads('2026-11-27T02:00:00Z', null)).toBe(true);
  expect(leads('2026-11-26T02:00:00Z', '2026-11-27T02:00:00Z')).toBe(true);
  expect(leads('2026-11-28T02:00:00Z', '2026-11-27T02:00:00Z')).toBe(false);
  expect(leads('2026-11-27T02:00:00Z', '2026-11-27T02:00:00Z')).toBe(false);
  expect(leads('2026-11-28T02:00:00Z', '2026-11-22T02:00:00Z')).toBe(true);
  expect(leads('2026-11-22T02:00:00Z', '2026-11-28T02:00:00Z')).toBe(false);
});
