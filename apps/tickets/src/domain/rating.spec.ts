import { verdictOf } from '@property-office/contracts';
import { isRatingSettled } from './rating';

const at = new Date('2027-03-03T02:00:00Z');
const after = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

describe('a rating of the result (评价)', () => {
  it('is one verdict or the other: one and two stars are not satisfied', () => {
    expect([1, 2, 3, 4, 5].map(verdictOf)).toEqual(['unsatisfied', 'unsatisfied', 'satisfied', 'satisfied', 'satisfied']);
  });

  it('may be changed for a day, and given anew for another episode', () => {
    expect(isRatingSettled(undefined, 1, at)).toBe(false);
    expect(isRatingSettled({ episode: 1, at }, 1, after(24))).toBe(false);
    expect(isRatingSettled({ episode: 1, at }, 1, after(24.1))).toBe(true);
    expect(isRatingSettled({ episode: 1, at }, 2, after(24.1))).toBe(false);
  });
});
