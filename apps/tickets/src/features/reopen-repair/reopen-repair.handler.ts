import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/moves';
import { RepairClocks } from '../../persistence/repair-clocks';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import type { ReopenRepairDto } from './reopen-repair.dto';

/** What was done did not last: a new episode with its own clock, work order and follow-up. */
@Injectable()
export class ReopenRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws unknown (404), illegalMove (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReopenRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    const state = stateAfter(request.state, 'reopen');
    this.requests.advance(tx, request, act, { kind: 'reopened', reason: input.reason }, {
      state,
      episode: request.episode + 1,
      responsibleId: null,
      plannedFor: null,
    });
    await this.clocks.beginAgain(tx, request, act.happenedAt);
    return request;
  }
}
