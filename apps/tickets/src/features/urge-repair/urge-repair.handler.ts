import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import { urgedTooSoon } from '../../domain/urging';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import type { UrgeRepairDto } from './urge-repair.dto';

/** The reporter, or the desk for them, asks whoever has the work in hand to hurry (催单). It is told at once: there is no taking it back. */
@Injectable()
export class UrgeRepairHandler {
  constructor(private readonly requests: RepairRequests) {}

  /** @throws unknown (404), illegalMove (409), stale (412), urgedJustNow (429) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: UrgeRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    stateAfter(request, 'urge');
    // By when it is told, not by when it is said to have happened: that is the caller's to choose (G2).
    const again = urgedTooSoon(request.repairClass, request.lastUrgedAt, tx.now);
    if (again) throw ticketErrors.urgedJustNow((again.getTime() - tx.now.getTime()) / 1000);
    this.requests.advance(
      tx,
      request,
      act,
      { kind: 'urged', words: input.words ?? null, responsibleId: request.responsibleId },
      { urgedCount: request.urgedCount + 1, lastUrgedAt: tx.now },
    );
    return request;
  }
}
