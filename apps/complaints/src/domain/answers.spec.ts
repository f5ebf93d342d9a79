import { answerOfAll, answerTo, givenUpFrom, silentUntil, waitedFor, type Answering } from './answers';

const day = 86_400_000;
const feedbackAt = new Date('2026-03-02T02:00:00Z');
const after = (days: number) => new Date(feedbackAt.getTime() + days * day);
const who = (id: string, more: Partial<Answering> = {}): Answering => ({ id, hasAccount: true, readsSince: null, joinedAt: after(-5), answer: null, ...more });
const waits = (all: Answering[], days: number) => waitedFor(all, feedbackAt, after(days)).map(({ id }) => id);

describe('whom a case waits for (W2.3)', () => {
  it('is each of its complainants who has not answered, whoever came first', () => {
    expect(waits([who('lead', { answer: 'accepted' }), who('b'), who('c', { answer: 'no-answer' })], 1)).toEqual(['b']);
  });

  it('is nobody who has an account and said nothing for three days, but still whoever has none', () => {
    expect(waits([who('a'), who('stranger', { hasAccount: false })], 2.9)).toEqual(['a', 'stranger']);
    expect(waits([who('a'), who('stranger', { hasAccount: false })], 3)).toEqual(['stranger']);
  });

  it('is whoever joined later for three days from then', () => {
    const late = who('late', { joinedAt: after(2) });
    expect(givenUpFrom(late, feedbackAt)).toEqual(after(5));
    expect(waits([who('a'), late], 4)).toEqual(['late']);
    expect(waits([who('a'), late], 5)).toEqual([]);
  });

  it('is whoever opened an account later for three days from then', () => {
    const late = who('late', { readsSince: after(7) });
    expect([waits([late], 9.9), waits([late], 10)]).toEqual([['late'], []]);
    expect(givenUpFrom(who('before', { readsSince: after(-90) }), feedbackAt)).toEqual(after(3));
  });

  it('ends by itself when the last of those who have an account had their time, and not where somebody has none', () => {
    const until = (...all: Answering[]) => silentUntil(all, feedbackAt, after(1));
    expect(until(who('a', { answer: 'accepted' }), who('b'), who('late', { joinedAt: after(0.5) }))).toEqual(after(3.5));
    expect(until(who('a'), who('stranger', { hasAccount: false }))).toBeNull();
    expect(until(who('a', { answer: 'accepted' }))).toBeNull();
  });
});

it('is accepted by one who accepts, answered by nobody where nobody says anything, and dissented from by one who does', () => {
  expect(answerOfAll(['accepted', 'no-answer', null])).toBe('accepted');
  expect(answerOfAll(['no-answer', null])).toBe('no-answer');
  expect(answerOfAll(['accepted', 'disputed', 'no-answer'])).toBe('dissent');
});

it('is over for each of several as they answered themselves, and for who complains alone as it ended', () => {
  expect((['accepted', 'disputed', 'no-answer', undefined] as const).map((said) => answerTo('dissent', said, false))).toEqual(['accepted', 'dissent', 'no-answer', null]);
  expect([answerTo(null, 'accepted', false), answerTo('accepted', undefined, true)]).toEqual([null, 'accepted']);
});
