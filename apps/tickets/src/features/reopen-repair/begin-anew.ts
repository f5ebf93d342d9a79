import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';

/** What was done did not last, or did not satisfy: a new episode with its own clock, work order and follow-up. The one road there. */
@Injectable()
export class BeginAnew {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @param request locked, in a state whose table leads to `reopened` */
  async execute(tx: Transaction, request: RepairRequest, act: Act, reason: string): Promise<void> {
    this.requests.advance(tx, request, act, { kind: 'reopened', reason }, {
      state: 'reopened',
      episode: request.episode + 1,
      responsibleId: null,
      plannedFor: null,
    });
    await this.clocks.beginAgain(tx, request, act.happenedAt);
  }
}
