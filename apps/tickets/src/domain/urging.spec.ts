import { urgedTooSoon } from './urging';

const at = new Date('2027-03-03T02:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe('urging rests for a while (催单)', () => {
  it('never before the first', () => {
    expect(urgedTooSoon('P2', null, at)).toBeUndefined();
  });

  it.each([
    ['P0', 30],
    ['P1', 30],
    ['P2', 120],
    ['P3', 120],
  ] as const)('%s for %d minutes, to the minute', (repairClass, minutes) => {
    expect(urgedTooSoon(repairClass, at, after(minutes - 1))).toEqual(after(minutes));
    expect(urgedTooSoon(repairClass, at, after(minutes))).toBeUndefined();
  });
});
