import { reviewTime } from './pause-reasons';

const now = new Date('2026-11-23T10:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('a pause is reviewed (G4)', () => {
  it('after the time its reason takes, unless somebody names another', () => {
    expect(reviewTime('nobody-in', undefined, now)).toEqual(at(24));
    expect(reviewTime('nobody-in', at(2), now)).toEqual(at(2));
  });

  it('never in the past, never beyond 30 days', () => {
    expect(() => reviewTime('unsafe', now, now)).toThrow('The time of review is wrong');
    expect(() => reviewTime('unsafe', at(30 * 24 + 1), now)).toThrow('The time of review is wrong');
    expect(reviewTime('unsafe', at(30 * 24), now)).toEqual(at(30 * 24));
  });
});
