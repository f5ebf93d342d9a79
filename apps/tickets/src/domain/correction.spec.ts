import { correctionOf, mayCorrect, reversed, type Correctable } from './correction';

const current: Correctable = {
  category: 'water-leak',
  repairClass: 'P2',
  dispatchMode: 'assign',
  skill: 'plumbing',
  locationKind: 'home',
  locationId: 'a',
  urgent: false,
  reporterId: null,
  description: '厨房漏水',
};

describe('a visible correction (G3)', () => {
  it('says only what changes, on both sides', () => {
    const category = { category: 'light', repairClass: 'P2', dispatchMode: 'claim', skill: 'electricity' } as const;
    expect(correctionOf(current, { ...category, urgent: false })).toEqual({
      from: { category: 'water-leak', dispatchMode: 'assign', skill: 'plumbing' },
      to: { category: 'light', dispatchMode: 'claim', skill: 'electricity' },
    });
  });

  it('names kind and id of a place together', () => {
    expect(correctionOf(current, { locationKind: 'home', locationId: 'b' })).toEqual({
      from: { locationKind: 'home', locationId: 'a' },
      to: { locationKind: 'home', locationId: 'b' },
    });
  });

  it('is none where all is as it was', () => {
    expect(correctionOf(current, { description: '厨房漏水', reporterId: null })).toBeUndefined();
  });

  it('leads back when it is reversed', () => {
    const correction = correctionOf(current, { reporterId: 'somebody', urgent: true })!;
    expect(correctionOf({ ...current, ...correction.to }, reversed(correction).to)).toEqual(reversed(correction));
  });

  it('leaves the words to the reporter and the desk, and the person to the staff', () => {
    expect(mayCorrect('crew-lead', 'description')).toBe(false);
    expect(mayCorrect('resident', 'description')).toBe(true);
    expect(mayCorrect('resident', 'reporterId')).toBe(false);
    expect(mayCorrect('director', 'reporterId')).toBe(true);
  });
});
