import { afterCorrection, correctedFacts, toCorrect, withCorrection, type CopiedFacts } from './corrections';

const facts: CopiedFacts = {
  category: 'water-leak',
  repairClass: 'P2',
  mode: 'assign',
  skill: 'plumbing',
  location: { kind: 'home', id: '3-201' },
  description: '漏水',
};
const home = (id: string) => ({ location: { kind: 'home' as const, id } });

describe('what a request was corrected to (G3)', () => {
  it('is what was said last, in whatever order it is heard', () => {
    const said: Array<[number, Partial<CopiedFacts>]> = [
      [2, { ...home('3-102'), description: '渗水' }],
      [3, home('3-201')],
      [4, home('3-301')],
    ];
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
      const heard = order.reduce((known, i) => withCorrection(known, ...said[i]!), {});
      expect(correctedFacts(facts, heard)).toEqual({ ...facts, ...home('3-301'), description: '渗水' });
    }
  });

  it('is nothing to an order that says so already', () => {
    expect(toCorrect(facts, true, withCorrection({}, 2, home('3-201')))).toEqual([]);
    expect(toCorrect(facts, true, withCorrection({}, 2, home('3-102')))).toEqual(['location']);
  });

  it('leaves a further order its own trade', () => {
    const corrections = withCorrection({}, 2, { category: 'light', skill: 'electricity', mode: 'claim' });
    expect(toCorrect(facts, true, corrections)).toEqual(['category', 'mode', 'skill']);
    expect(toCorrect(facts, false, corrections)).toEqual(['category']);
  });
});

describe('a corrected trade', () => {
  it.each(['queued', 'offered', 'assigned'] as const)('sends an order anew that is %s', (state) => {
    expect(afterCorrection(state, ['category', 'skill'])).toBe('queued');
  });

  it.each(['accepted', 'on-site', 'paused', 'finished', 'withdrawn'] as const)('leaves an order that is %s with whom it is', (state) => {
    expect(afterCorrection(state, ['category', 'skill'])).toBeUndefined();
  });

  it('another way of sending counts while the order is nobody’s, another place never', () => {
    expect(afterCorrection('offered', ['mode'])).toBe('queued');
    expect(afterCorrection('assigned', ['mode'])).toBeUndefined();
    expect(afterCorrection('queued', ['location', 'description'])).toBeUndefined();
  });
});
