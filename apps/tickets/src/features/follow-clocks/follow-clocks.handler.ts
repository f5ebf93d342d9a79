import { Injectable } from '@nestjs/common';
import type { Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { ClockStep } from '../../domain/clock-step';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';

type WorkEvent = Selected<'dispatch.*'>;

/** What the work of an episode does to its clocks, and who answers for it (G4, G5). Runs after the state has moved. */
@Injectable()
export class FollowClocksHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** Reads what the events that share a transaction need. */
  load(tx: Transaction, events: readonly WorkEvent[]): Promise<void> {
    return this.clocks.load(
      tx,
      events.map(({ data }) => data.repairRequestId),
    );
  }

  async execute(tx: Transaction, event: WorkEvent): Promise<void> {
    const { repairRequestId, episode } = event.data;
    const at = new Date(event.happenedat);
    const request = await this.requests.lockForFact(tx, repairRequestId);
    if (episode === request.episode) this.noteResponsible(tx, request, event);
    const step = stepOf(event);
    if (step) return this.clocks.follow(tx, request, episode, step, at);
    // Another order of the episode may be left.
    if (event.type === 'dispatch.work-order-finished.v1' && event.data.remaining === 0) await this.clocks.work(tx, request, episode, 'finished', at);
  }

  private noteResponsible(tx: Transaction, request: RepairRequest, event: WorkEvent): void {
    const responsibleId = responsibleAfter(event);
    if (responsibleId === undefined || responsibleId === request.responsibleId) return;
    request.responsibleId = responsibleId;
    tx.save(request);
  }
}

/** @returns undefined where it leaves the clocks alone, or ends them */
export function stepOf(event: WorkEvent): ClockStep | undefined {
  switch (event.type) {
    case 'dispatch.work-order-assigned.v1':
      // Chosen by rule, nobody has answered yet.
      return event.data.how === 'assigned' ? undefined : { move: 'taken' };
    case 'dispatch.work-order-accepted.v1':
      return { move: 'taken' };
    case 'dispatch.work-order-arrived.v1':
      return { move: 'arrived' };
    case 'dispatch.work-order-paused.v1':
      return { move: 'paused', wait: { reason: event.data.reason, reviewAt: new Date(event.data.reviewAt) } };
    case 'dispatch.work-order-resumed.v1':
      return { move: 'resumed' };
    default:
      return undefined;
  }
}

/** @returns undefined where it changes nobody */
function responsibleAfter(event: WorkEvent): string | null | undefined {
  switch (event.type) {
    case 'dispatch.work-order-assigned.v1':
    case 'dispatch.work-order-accepted.v1':
    case 'dispatch.work-order-arrived.v1':
      return event.data.technicianId;
    case 'dispatch.work-order-declined.v1':
      return null;
    case 'dispatch.work-order-corrected.v1':
      return event.data.dispatchedAnew ? null : undefined;
    default:
      return undefined;
  }
}
