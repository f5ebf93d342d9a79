import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/moves';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import { BeginAnew } from './begin-anew';
import type { ReopenRepairDto } from './reopen-repair.dto';

/** Somebody says that what was done did not last. */
@Injectable()
export class ReopenRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly anew: BeginAnew,
  ) {}

  /** @throws unknown (404), illegalMove (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReopenRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    stateAfter(request, 'reopen');
    await this.anew.execute(tx, request, act, input.reason);
    return request;
  }
}
