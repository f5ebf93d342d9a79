import { chainFaults, lineOf, type RegisterEntry } from './register-entry';

const act = { by: 'p', for: null, at: '2026-11-28T00:00:00.000Z' };
const entry = (n: number, previous: string | null): RegisterEntry => ({
  n, previous, destructionId: `d${n}`, number: `X-20261128-${n}`, siteId: 's', listHash: 'h', applied: act, approved: act, witnesses: [], carriedOut: act, method: null, records: [],
});
const first = lineOf(entry(1, null));
const second = lineOf(entry(2, first.hash));

test('each line of the register holds the hash of the one before (W4.4)', () => expect(chainFaults([first, second])).toEqual([]));

test.each([
  ['a line that was changed', [{ ...first, text: first.text.replace('d1', 'd9') }, second], 'line 1 says something else than its hash'],
  ['the first one cut off', [second], 'line 1 does not follow the one before'],
  ['lines that changed places', [second, first], 'line 1 does not follow the one before'],
  ['a line put in', [first, lineOf(entry(2, 'other'))], 'line 2 does not follow the one before'],
])('%s shows', (_, lines, fault) => expect(chainFaults(lines)).toContain(fault));
