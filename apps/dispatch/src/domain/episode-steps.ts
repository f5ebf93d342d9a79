/** What dispatch knows of an episode of a repair request. `unheard`: nothing yet. */
export type EpisodeState = 'unheard' | 'open' | 'cancelled';

/** What tickets announces about it; they may arrive in any order; of a cancellation and its taking back the later one counts. */
export type EpisodeFact = 'begun' | 'cancelled' | 'cancellation-taken-back';

/**
 * Where a fact leads, and what is to be done about it.
 * - `create`: its first work order;
 * - `create-withdrawn`: the same, withdrawn at once, because the cancellation was heard before the beginning: every
 *   episode has exactly one first order, in whatever state (I3);
 * - `withdraw`: what is unfinished;
 * - `restore`: what was withdrawn, to where it stood.
 */
export type EpisodeStep = { to: EpisodeState; work: 'create' | 'create-withdrawn' | 'withdraw' | 'restore' | 'nothing' };

const table: Record<EpisodeState, Record<EpisodeFact, EpisodeStep>> = {
  unheard: {
    begun: { to: 'open', work: 'create' },
    cancelled: { to: 'cancelled', work: 'nothing' },
    'cancellation-taken-back': { to: 'unheard', work: 'nothing' },
  },
  open: {
    begun: { to: 'open', work: 'nothing' },
    cancelled: { to: 'cancelled', work: 'withdraw' },
    'cancellation-taken-back': { to: 'open', work: 'nothing' },
  },
  cancelled: {
    begun: { to: 'cancelled', work: 'create-withdrawn' },
    cancelled: { to: 'cancelled', work: 'nothing' },
    'cancellation-taken-back': { to: 'open', work: 'restore' },
  },
};

/** @param hasFirstOrder whether the episode's first order exists: a beginning heard twice makes no second one */
export function afterEpisodeFact(state: EpisodeState, fact: EpisodeFact, hasFirstOrder: boolean): EpisodeStep {
  const step = table[state][fact];
  if (fact === 'cancellation-taken-back' && !hasFirstOrder) return table.unheard[fact];
  return fact === 'begun' && hasFirstOrder ? { to: state, work: 'nothing' } : step;
}
