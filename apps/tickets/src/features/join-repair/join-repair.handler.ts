import { Injectable } from '@nestjs/common';
import { mayOn } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type ActFields, type CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import { MeToo, type SimilarRepair } from '../../persistence/me-too';
import { RepairRequests } from '../../persistence/repair-requests';
import { mayMeet } from './may-meet';

/** Me too (我也遇到): who has met the same hears of the outcome. It gives no right to read what somebody else reported. */
@Injectable()
export class JoinRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly meToo: MeToo,
  ) {}

  /** @throws unknown (404) also where it is nothing they could have met; reportedByYou, also by a double of it, illegalMove (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<SimilarRepair> {
    const { principal, operation } = command;
    const request = await this.requests.lockAny(tx, id);
    if (!request || !mayOn(principal, operation, request.siteId) || !mayMeet(principal, operation, request)) throw ticketErrors.unknown();
    assertFresh(command, request.version);
    if (request.reporterId === principal.personId || (await this.meToo.reportedDouble(tx, request, principal.personId))) throw ticketErrors.reportedByYou();
    stateAfter(request, 'join');
    const act = actOf(tx, command, request.siteId, input, request.lastHappenedAt);
    const isNew = await this.meToo.add(tx, request, principal.personId);
    const count = await this.meToo.count(tx, request);
    if (isNew) this.requests.advance(tx, request, act, { kind: 'joined', count });
    const { number, state, category, recordedAt } = request;
    return { id, number, state, category, recordedAt, meToo: count };
  }
}
