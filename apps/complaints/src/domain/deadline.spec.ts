import { extensionRefusal, ownDeadline, solvedBy } from './deadline';

const at = (text: string) => new Date(text);
const now = at('2026-11-23T02:00:00Z');

describe('until when a complaint is to be solved', () => {
  it('is 7 workdays after it was made, whatever weekends and holidays lie between', () => {
    expect(solvedBy(at('2025-09-26T08:00:00Z')).toISOString()).toBe('2025-10-13T09:30:00.000Z');
  });

  it('is earlier than what a hotline asks (W2.3)', () => {
    const target = at('2026-12-02T09:30:00Z');
    expect(ownDeadline(target, null, now)).toEqual(target);
    expect(ownDeadline(target, at('2026-11-27T02:00:00Z'), now)).toEqual(at('2026-11-26T02:00:00Z'));
    expect(ownDeadline(target, at('2026-11-23T06:00:00Z'), now)).toEqual(at('2026-11-23T04:00:00Z'));
    expect(ownDeadline(target, at('2027-01-01T00:00:00Z'), now)).toEqual(target);
  });
});

describe('an extension (W2.3)', () => {
  const standing = { toldAt: null, current: at('2026-11-27T02:00:00Z'), hotlineDeadline: null };
  const later = at('2026-12-01T02:00:00Z');

  it('is possible once, before the old date, to a later one', () => {
    expect(extensionRefusal(standing, later, now)).toBeUndefined();
    expect(extensionRefusal({ ...standing, toldAt: now }, later, now)).toBe('used');
    expect(extensionRefusal(standing, later, standing.current)).toBe('date-passed');
    expect(extensionRefusal(standing, standing.current, now)).toBe('not-later');
  });

  it('never goes beyond the hotline', () => {
    expect(extensionRefusal({ ...standing, hotlineDeadline: later }, later, now)).toBe('beyond-hotline');
  });
});
