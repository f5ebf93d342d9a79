import { extensionRefusal } from './extension';

const at = (text: string) => new Date(text);
const now = at('2026-11-23T02:00:00Z');

describe('an extension (W2.3)', () => {
  const standing = { used: false, current: at('2026-11-27T02:00:00Z'), hotlineDeadline: null };
  const later = at('2026-12-01T02:00:00Z');

  it('is possible once, before the old date, to a later one', () => {
    expect(extensionRefusal(standing, later, now)).toBeUndefined();
    expect(extensionRefusal({ ...standing, used: true }, later, now)).toBe('used');
    expect(extensionRefusal(standing, later, standing.current)).toBe('date-passed');
    expect(extensionRefusal(standing, standing.current, now)).toBe('not-later');
    expect(extensionRefusal(standing, at('2062-12-01T02:00:00Z'), now)).toBe('not-ahead');
  });

  it('never goes beyond the deadline of the hotline, unless that is over, as in another round', () => {
    expect(extensionRefusal({ ...standing, hotlineDeadline: later }, later, now)).toBe('beyond-hotline');
    expect(extensionRefusal({ ...standing, hotlineDeadline: now }, later, now)).toBeUndefined();
  });

  it('moves a date that there is', () => {
    expect(extensionRefusal({ ...standing, current: null }, later, now)).toBe('no-date');
  });
});
