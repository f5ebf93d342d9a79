import { Refused, Stuck } from './failures';
import type { Session } from './session';

/** A work order as far as we read it. */
export interface WorkOrder {
  id: string;
  status: string;
  version: number;
  episode: number;
  first: boolean;
  skill: string;
  crewId: string | null;
  offeredTo: string[];
}

/** How the technician leaves it. */
export type WorkEnding = { kind: 'done'; workDone: string } | { kind: 'nobody-in'; reason: string };

/** Who works: always the same ones for the same turn. */
export interface Workers {
  deskFor(turn: number): Session;
  /** @returns undefined for a crew that is none of ours */
  technicianOf(crewId: string, turn: number): Session | undefined;
  /** Whom the desk sends by hand. */
  crewFor(skill: string): { id: string };
}

export interface Job {
  turn: number;
  ending: WorkEnding;
  people: Workers;
  /** The key of a step of this work. */
  keyOf(step: string): string;
  /** Lets the copies of other services catch up. */
  pause(ms: number): Promise<void>;
}

/** Where an order is left. */
const ends = new Set(['finished', 'withdrawn', 'paused']);
/** More steps than any order takes: somebody else keeps taking it away. */
const mostSteps = 40;
/** What dispatch says of a crew it has not heard of yet. */
const notHeardOf = new Set(['crew-unknown', 'technician-unknown']);
const catchUpMs = 250;

/** Takes an order step by step to its end; stops at one that is paused. */
export async function carryWork(order: WorkOrder, job: Job): Promise<WorkOrder> {
  let current = order;
  for (let steps = 0; !ends.has(current.status); steps++) {
    if (steps === mostSteps) throw new Stuck(`the work order keeps being ${current.status}`);
    current = await step(current, job);
  }
  return current;
}

async function step(order: WorkOrder, job: Job): Promise<WorkOrder> {
  const { session, act, body } = nextAct(order, job);
  const key = job.keyOf(`order ${order.episode} ${act} ${order.version}`);
  try {
    return await session.post<WorkOrder>(`/api/work-orders/${order.id}/${act}`, body, key);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const mayPass = error.status === 409 || notHeardOf.has(error.code);
    if (!mayPass) throw error;
    await job.pause(catchUpMs);
    return job.people.deskFor(job.turn).get<WorkOrder>(`/api/work-orders/${order.id}`);
  }
}

interface NextAct {
  session: Session;
  act: string;
  body: object;
}

function nextAct(order: WorkOrder, { turn, ending, people }: Job): NextAct {
  const crewId = order.crewId ?? order.offeredTo[0];
  const technician = crewId ? people.technicianOf(crewId, turn) : undefined;
  // Nobody of ours has it: the desk sends somebody of ours.
  if (order.status === 'queued' || !technician)
    return { session: people.deskFor(turn), act: 'assign', body: { crewId: people.crewFor(order.skill).id } };
  const by = (act: string, body: object = {}): NextAct => ({ session: technician, act, body });
  switch (order.status) {
    case 'offered':
      return by('claim');
    case 'assigned':
      return by('accept');
    case 'accepted':
      return by('arrive');
    case 'on-site':
      if (ending.kind === 'nobody-in')
        return by('pause', { reason: 'nobody-in', note: ending.reason.slice(0, 500) });
      return by('finish', { workDone: ending.workDone });
    default:
      throw new Stuck(`a work order is ${order.status}, which nobody here knows how to go on from`);
  }
}
