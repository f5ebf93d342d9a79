import type { DispatchMode, Skill } from '@property-office/contracts';

/** A crew of the site, with what choosing needs to know of it now. */
export interface Candidate {
  crewId: string;
  skills: readonly Skill[];
  /** Who belongs to it today. */
  members: number;
  /** Its unfinished orders. */
  openJobs: number;
  /** Grows with every order a crew got; 0: none yet. */
  lastDispatched: number;
}

export interface Job {
  skill: Skill;
  mode: DispatchMode;
  /** Crews that handed it back. */
  except: readonly string[];
  /** Unfinished orders a crew should have at most, for each of its members. */
  jobsPerMember: number;
}

/** Why an order went where it went ("why did I get this job"). */
export interface Choice {
  mode: DispatchMode;
  matched: 'skill' | 'general';
  candidates: number;
  openJobs: number;
  cap: number;
}

export type Decision =
  | { kind: 'assign'; crewId: string; choice: Choice }
  | { kind: 'offer'; crewIds: string[] }
  | { kind: 'queue'; why: 'by-hand' | 'no-crew' | 'declined' };

/**
 * Who is sent (product.md, main flow 3).
 * - assign: the skill, then room below the cap, then fewest open jobs, then longest without a new one;
 * - rota: the same with the turn before the load;
 * - claim: offered to every crew with the skill;
 * - manual, or nobody to send: queued for the lead and the desk.
 * Without a crew for the skill a general one is sent. Where all are at their cap work goes to the least loaded, visibly
 * over it: an order in a queue helps nobody.
 */
export function chooseCrew(crews: readonly Candidate[], job: Job): Decision {
  if (job.mode === 'manual') return { kind: 'queue', why: 'by-hand' };
  const found = fitting(crews, job);
  if (!found) return { kind: 'queue', why: job.except.length > 0 ? 'declined' : 'no-crew' };
  const { matched, fit } = found;
  if (job.mode === 'claim') return { kind: 'offer', crewIds: fit.map(({ crewId }) => crewId).sort() };
  const [best] = fit.toSorted(job.mode === 'rota' ? byTurn(job) : byLoad(job));
  const { crewId, openJobs } = best!;
  return { kind: 'assign', crewId, choice: { mode: job.mode, matched, candidates: fit.length, openJobs, cap: capOf(best!, job) } };
}

/** A crew with nobody in it today is asked only where no other is. */
export function capOf({ members }: Pick<Candidate, 'members'>, { jobsPerMember }: Pick<Job, 'jobsPerMember'>): number {
  return Math.max(members, 1) * jobsPerMember;
}

function fitting(crews: readonly Candidate[], { skill, except }: Job): { matched: Choice['matched']; fit: Candidate[] } | undefined {
  const willing = crews.filter(({ crewId }) => !except.includes(crewId));
  for (const [wanted, matched] of [[skill, 'skill'], ['general', 'general']] as const) {
    const able = willing.filter(({ skills }) => skills.includes(wanted));
    const staffed = able.filter(({ members }) => members > 0);
    if (able.length > 0) return { matched, fit: staffed.length > 0 ? staffed : able };
  }
  return undefined;
}

type Order = (a: Candidate, b: Candidate) => number;

const full = (crew: Candidate, job: Job): number => Number(crew.openJobs >= capOf(crew, job));
const byId: Order = (a, b) => (a.crewId < b.crewId ? -1 : 1);

function byLoad(job: Job): Order {
  return (a, b) => full(a, job) - full(b, job) || a.openJobs - b.openJobs || a.lastDispatched - b.lastDispatched || byId(a, b);
}

function byTurn(job: Job): Order {
  return (a, b) => full(a, job) - full(b, job) || a.lastDispatched - b.lastDispatched || a.openJobs - b.openJobs || byId(a, b);
}
