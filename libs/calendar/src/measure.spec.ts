import { china, chineseSite } from './china.fixture';
import type { Unit } from './duration';
import { measure } from './measure';

function papers(from: string, to: string, unit: Unit): number {
  return measure(chineseSite.papers, china(from), china(to), unit);
}

describe('how long it took', () => {
  it('in days: those after the day of receipt, up to the day of the answer', () => {
    expect(papers('2025-03-03 23:00', '2025-03-05 08:00', 'days')).toBe(2);
    expect(papers('2025-03-03 08:00', '2025-03-03 23:00', 'days')).toBe(0);
  });

  it('in workdays: without National Day, with the days worked for it', () => {
    expect(papers('2025-09-26 10:00', '2025-10-13 10:00', 'workdays')).toBe(7);
    expect(papers('2025-10-01 00:00', '2025-10-08 23:59', 'workdays')).toBe(0);
  });

  it('in service hours: without lunch, night and holidays', () => {
    expect(papers('2025-09-30 11:00', '2025-10-09 14:00', 'service-hours')).toBe(1 + 4 + 3.5 + 0.5);
    expect(papers('2025-10-01 00:00', '2025-10-09 08:30', 'service-hours')).toBe(0);
  });

  it('is negative backwards, and nothing is no negative zero', () => {
    expect(papers('2025-03-05 08:00', '2025-03-03 23:00', 'days')).toBe(-2);
    expect(papers('2025-10-02 08:00', '2025-10-01 08:00', 'service-minutes')).toBe(0);
  });
});
