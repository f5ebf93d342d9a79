import { channelFor, resultOf, sameDay } from './follow-up-plan';

describe('plan of a follow-up', () => {
  it('telephones after emergencies, urgent and complex work, and sends a message after the rest', () => {
    expect((['P0', 'P1', 'P2', 'P3'] as const).map((each) => channelFor(each, true))).toEqual(['telephone', 'telephone', 'message', 'telephone']);
  });

  it('looks at the result on the spot where nobody outside reported it', () => {
    expect(channelFor('P2', false)).toBe('door');
  });

  it('asks a complainant by telephone', () => {
    expect(channelFor(null, false)).toBe('telephone');
  });

  it('takes one or two stars for unsatisfied, whatever was said (what the closest systems get wrong: a "bad" rating closes the ticket)', () => {
    expect([1, 2, 3, undefined].map((stars) => resultOf('satisfied', stars))).toEqual(['unsatisfied', 'unsatisfied', 'satisfied', 'satisfied']);
    expect(resultOf('unreachable', 1)).toBe('unreachable');
  });

  it('counts days as the people of the site do', () => {
    const [before, after] = [new Date('2026-11-23T15:59:00Z'), new Date('2026-11-23T16:01:00Z')];
    expect(sameDay(before, after, 'Asia/Shanghai')).toBe(false);
    expect(sameDay(before, after, 'Europe/London')).toBe(true);
    expect(sameDay(new Date('2026-11-22T17:00:00Z'), new Date('2026-11-23T15:00:00Z'), 'Asia/Shanghai')).toBe(true);
  });
});
