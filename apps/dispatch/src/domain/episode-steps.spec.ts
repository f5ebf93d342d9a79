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
  it('begun and cancelled has one order, withdrawn, in either order', () => {
    expect(heard('begun', 'cancelled')).toEqual(['create', 'withdraw']);
    expect(heard('cancelled', 'begun')).toEqual(['nothing', 'create-withdrawn']);
  });

  it('gets back what was withdrawn when the cancellation is taken back', () => {
    expect(heard('begun', 'cancelled', 'cancellation-taken-back')).toEqual(['create', 'withdraw', 'restore']);
    expect(heard('cancelled', 'begun', 'cancellation-taken-back')).toEqual(['nothing', 'create-withdrawn', 'restore']);
  });

  it('begins as if nothing had been, when it was cancelled and that taken back before', () => {
    expect(heard('cancelled', 'cancellation-taken-back', 'begun')).toEqual(['nothing', 'nothing', 'create']);
  });

  it.each<EpisodeFact[]>([
    ['begun', 'cancelled', 'cancellation-taken-back', 'begun'],
    ['cancelled', 'cancellation-taken-back', 'begun', 'begun'],
    ['begun', 'begun'],
    ['begun', 'cancelled', 'begun'],
    ['cancelled', 'begun', 'begun'],
    ['cancelled', 'cancelled', 'begun'],
    ['cancelled', 'begun', 'cancelled'],
  ])('never has two first orders: %s, %s, %s', (...facts) => {
    expect(heard(...facts.filter(Boolean)).filter((work) => work.startsWith('create'))).toHaveLength(1);
  });
});
