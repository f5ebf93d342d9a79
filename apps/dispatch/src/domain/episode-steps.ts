/** What dispatch knows of an episode of a repair request. `unheard`: nothing yet. `cancelled`: its work is withdrawn, also for a merge. */
export type EpisodeState = 'unheard' | 'open' | 'cancelled';

/**
 * What tickets announces about it. `withdrawn`: its request was cancelled, or merged into another; `restored`: that was taken back, or
 * undone. They may arrive in any order; of a withdrawal and a restoration the later one counts.
 */
export type EpisodeFact = 'begun' | 'withdrawn' | 'restored';

/**
 * Where a fact leads, and what is to be done about it.
 * - `create`: its first work order;
 * - `create-withdrawn`: the same, withdrawn at once, because the withdrawal was heard before the beginning: every
 *   episode has exactly one first order, in whatever state (I3);
 * - `withdraw`: what is unfinished;
 * - `restore`: what was withdrawn, to where it stood.
 */
export type EpisodeStep = { to: EpisodeState; work: 'create' | 'create-withdrawn' | 'withdraw' | 'restore' | 'nothing' };

const table: Record<EpisodeState, Record<EpisodeFact, EpisodeStep>> = {
  unheard: {
    begun: { to: 'open', work: 'create' },
    withdrawn: { to: 'cancelled', work: 'nothing' },
    restored: { to: 'unheard', work: 'nothing' },
  },
  open: {
    begun: { to: 'open', work: 'nothing' },
    withdrawn: { to: 'cancelled', work: 'withdraw' },
    restored: { to: 'open', work: 'nothing' },
  },
  cancelled: {
    begun: { to: 'cancelled', work: 'create-withdrawn' },
    withdrawn: { to: 'cancelled', work: 'nothing' },
    restored: { to: 'open', work: 'restore' },
  },
};

/** @param hasFirstOrder whether the episode's first order exists: a beginning heard twice makes no second one */
export function afterEpisodeFact(state: EpisodeState, fact: EpisodeFact, hasFirstOrder: boolean): EpisodeStep {
  const step = table[state][fact];
  if (fact === 'restored' && !hasFirstOrder) return table.unheard[fact];
  return fact === 'begun' && hasFirstOrder ? { to: state, work: 'nothing' } : step;
}
