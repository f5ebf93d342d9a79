import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';

/** What a request that is merged no more has no use for. */
export const standsAlone = { mergedInto: null, mergedIntoNumber: null, mergedFrom: null } as const;

/** Tells the request that went on for both that one of them goes its own way again. */
@Injectable()
export class LeaveMerge {
  constructor(private readonly requests: RepairRequests) {}

  execute(tx: Transaction, survivor: RepairRequest, act: Act, { id, number }: RepairRequest, why: 'undone' | 'finished'): void {
    this.requests.advance(tx, survivor, notBefore(act, survivor), { kind: 'double-left', double: { id, number }, why });
  }
}

/** An act on another request, as it is told of this one: not before what this one saw last (G2). */
export function notBefore(act: Act, { lastHappenedAt }: RepairRequest): Act {
  return act.happenedAt < lastHappenedAt ? { ...act, happenedAt: lastHappenedAt } : act;
}
