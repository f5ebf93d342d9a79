import { datedNumber, type EventData, type Skill } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { correctedFacts, type Corrections } from '../../domain/corrections';
import { takeNumber } from '../../persistence/order-numbers';
import { WorkOrder } from '../../persistence/work-order.entity';

/** What every order of a request shares. */
export interface Job extends Pick<
  EventData<'tickets.repair-reopened.v1'>,
  'category' | 'repairClass' | 'dispatchMode' | 'skill' | 'location' | 'description'
> {
  repairRequestId: string;
  repairNumber: string;
  episode: number;
  siteId: string;
  preferredFrom: Date | null;
  preferredTo: Date | null;
}

/** A job whose request was corrected before its beginning was heard. */
export function correctedJob(job: Job, corrections: Corrections): Job {
  const { mode, ...facts } = correctedFacts({ ...job, mode: job.dispatchMode }, corrections);
  return { ...job, ...facts, dispatchMode: mode };
}

/** The order an episode begins with. */
export function firstOrder(tx: Transaction, job: Job, happenedAt: Date): Promise<WorkOrder> {
  return newOrder(tx, job, happenedAt, { first: true, reason: null });
}

/** Another trade, or another visit, asked for by who finished an order. */
export function furtherOrder(tx: Transaction, before: WorkOrder, { skill, reason }: { skill: Skill; reason: string }, happenedAt: Date): Promise<WorkOrder> {
  const job: Job = {
    ...before,
    skill,
    dispatchMode: 'assign',
    location: { kind: before.locationKind, id: before.locationId },
    // The window was for the first visit.
    preferredFrom: null,
    preferredTo: null,
  };
  return newOrder(tx, job, happenedAt, { first: false, reason });
}

async function newOrder(tx: Transaction, job: Job, happenedAt: Date, { first, reason }: { first: boolean; reason: string | null }): Promise<WorkOrder> {
  const order = new WorkOrder();
  order.id = newId();
  order.number = datedNumber('W', tx.now, await takeNumber(tx));
  order.siteId = job.siteId;
  order.version = 1;
  order.repairRequestId = job.repairRequestId;
  order.repairNumber = job.repairNumber;
  order.episode = job.episode;
  order.first = first;
  order.state = 'queued';
  order.withdrawnFrom = null;
  order.mode = job.dispatchMode;
  order.skill = job.skill;
  order.repairClass = job.repairClass;
  order.category = job.category;
  order.locationKind = job.location.kind;
  order.locationId = job.location.id;
  order.description = job.description;
  order.reason = reason;
  order.preferredFrom = job.preferredFrom;
  order.preferredTo = job.preferredTo;
  order.crewId = null;
  order.technicianId = null;
  order.offeredTo = [];
  order.declinedBy = [];
  order.choice = null;
  order.turn = null;
  order.pauseReason = null;
  order.pauseNote = null;
  order.reviewAt = null;
  order.workDone = null;
  order.materials = [];
  order.attachmentIds = [];
  order.helperIds = [];
  order.happenedAt = happenedAt;
  order.lastHappenedAt = happenedAt;
  order.recordedAt = tx.now;
  order.changedAt = tx.now;
  return order;
}
