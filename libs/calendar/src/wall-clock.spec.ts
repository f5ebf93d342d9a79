import { offsetAt, whenWallShows } from './wall-clock';

const hour = 3_600_000;

function shown(timeZone: string, from: string, to: string): string[] {
  return whenWallShows(timeZone, Date.parse(`${from}Z`), Date.parse(`${to}Z`)).map(
    (interval) => `${new Date(interval.from).toISOString()}/${new Date(interval.to).toISOString()}`,
  );
}

describe('the wall clock of a zone', () => {
  it.each([
    ['UTC', '2025-07-01T00:00Z', 0],
    ['Asia/Shanghai', '2025-07-01T00:00Z', 8 * hour],
    ['Asia/Kathmandu', '2025-07-01T00:00Z', 5.75 * hour],
    ['America/St_Johns', '2025-07-01T00:00Z', -2.5 * hour],
    ['Pacific/Kiritimati', '2025-07-01T00:00Z', 14 * hour],
    ['America/New_York', '2025-11-02T05:59:59Z', -4 * hour],
    ['America/New_York', '2025-11-02T06:00:00Z', -5 * hour],
    ['Africa/Monrovia', '1970-01-01T00:00Z', -(44 * 60 + 30) * 1_000],
  ])('%s at %s is ahead of UTC', (timeZone, at, offset) => {
    expect(offsetAt(timeZone, Date.parse(at))).toBe(offset);
  });

  it('shows an hour that is skipped at no time', () => {
    expect(shown('America/New_York', '2025-03-09T02:00', '2025-03-09T03:00')).toEqual([]);
    expect(shown('America/New_York', '2025-03-09T01:30', '2025-03-09T03:30')).toEqual([
      '2025-03-09T06:30:00.000Z/2025-03-09T07:00:00.000Z',
      '2025-03-09T07:00:00.000Z/2025-03-09T07:30:00.000Z',
    ]);
  });

  it('shows an hour that is repeated twice', () => {
    expect(shown('America/New_York', '2025-11-02T01:00', '2025-11-02T01:30')).toEqual([
      '2025-11-02T05:00:00.000Z/2025-11-02T05:30:00.000Z',
      '2025-11-02T06:00:00.000Z/2025-11-02T06:30:00.000Z',
    ]);
  });

  it('knows that a day may be missing altogether', () => {
    expect(shown('Pacific/Apia', '2011-12-30T00:00', '2011-12-31T00:00')).toEqual([]);
  });
});
