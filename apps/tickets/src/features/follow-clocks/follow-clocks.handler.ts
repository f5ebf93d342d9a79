import { Injectable } from '@nestjs/common';
import type { Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
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
    switch (event.type) {
      case 'dispatch.work-order-assigned.v1':
        // Chosen by rule, nobody has answered yet.
        return event.data.how === 'assigned' ? undefined : this.clocks.work(tx, request, episode, 'taken', at);
      case 'dispatch.work-order-accepted.v1':
        return this.clocks.work(tx, request, episode, 'taken', at);
      case 'dispatch.work-order-arrived.v1':
        await this.clocks.resume(tx, request, episode, at);
        return this.clocks.work(tx, request, episode, 'arrived', at);
      case 'dispatch.work-order-paused.v1': {
        const { reason: state, reviewAt } = event.data;
        return this.clocks.pause(tx, request, episode, { state, at, reviewAt: new Date(reviewAt) });
      }
      case 'dispatch.work-order-resumed.v1':
        return this.clocks.resume(tx, request, episode, at);
      case 'dispatch.work-order-finished.v1':
        // Another order of the episode may be left.
        return event.data.remaining > 0 ? undefined : this.clocks.work(tx, request, episode, 'finished', at);
      default:
        return undefined;
    }
  }

  private noteResponsible(tx: Transaction, request: RepairRequest, event: WorkEvent): void {
    const responsibleId = responsibleAfter(event);
    if (responsibleId === undefined || responsibleId === request.responsibleId) return;
    request.responsibleId = responsibleId;
    tx.save(request);
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
