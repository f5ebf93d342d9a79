import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import type { CancelRepairDto } from './cancel-repair.dto';

/** The reporter or the desk takes a request back; dispatch withdraws what is not finished. */
@Injectable()
export class CancelRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws unknown (404), illegalMove, hasDoubles (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CancelRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    const state = stateAfter(request, 'cancel');
    // Other people wait for its work: none of their reports may be lost with it.
    const doubles = await this.requests.countDoubles(tx, request);
    if (doubles > 0) throw ticketErrors.hasDoubles(doubles);
    this.requests.advance(tx, request, act, { kind: 'cancelled', reason: input.reason, from: request.state }, { state });
    await this.clocks.cancel(tx, request, act.happenedAt);
    return request;
  }
}
