import { afterEpisodeFact, type EpisodeFact, type EpisodeState } from './episode-steps';

/** What is done when the facts arrive in this order. */
function heard(...facts: EpisodeFact[]): string[] {
  let state: EpisodeState = 'unheard';
  let first = false;
  return facts.map((fact) => {
    const { to, work } = afterEpisodeFact(state, fact, first);
    state = to;
    first ||= work.startsWith('create');
    return work;
  });
}

describe('an episode (I3)', () => {
  it('begun and withdrawn has one order, withdrawn, in either order', () => {
    expect(heard('begun', 'withdrawn')).toEqual(['create', 'withdraw']);
    expect(heard('withdrawn', 'begun')).toEqual(['nothing', 'create-withdrawn']);
  });

  it('gets back what was withdrawn when that is taken back or undone', () => {
    expect(heard('begun', 'withdrawn', 'restored')).toEqual(['create', 'withdraw', 'restore']);
    expect(heard('withdrawn', 'begun', 'restored')).toEqual(['nothing', 'create-withdrawn', 'restore']);
  });

  it('begins as if nothing had been, when it was withdrawn and restored before', () => {
    expect(heard('withdrawn', 'restored', 'begun')).toEqual(['nothing', 'nothing', 'create']);
  });

  it.each<EpisodeFact[]>([
    ['begun', 'withdrawn', 'restored', 'begun'],
    ['withdrawn', 'restored', 'begun', 'begun'],
    ['begun', 'begun'],
    ['begun', 'withdrawn', 'begun'],
    ['withdrawn', 'begun', 'begun'],
    ['withdrawn', 'withdrawn', 'begun'],
    ['withdrawn', 'begun', 'withdrawn'],
  ])('never has two first orders: %s, %s, %s', (...facts) => {
    expect(heard(...facts.filter(Boolean)).filter((work) => work.startsWith('create'))).toHaveLength(1);
  });
});
