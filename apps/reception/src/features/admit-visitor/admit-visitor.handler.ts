import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { Guests } from '../../persistence/guests';
import { hasMovedOut } from '../../persistence/host-ties';
import type { Visitor } from '../../persistence/visitor.entity';
import { Visitors } from '../../persistence/visitors';
import type { AdmitByPassDto } from './admit-visitor.dto';

/** A confirmed visitor comes in, within the window of their visit. */
@Injectable()
export class AdmitVisitorHandler {
  constructor(
    private readonly visitors: Visitors,
    private readonly guests: Guests,
  ) {}

  /** @throws passUnknown (404), and as `execute` */
  async byPass(tx: Transaction, command: CommandContext, input: AdmitByPassDto): Promise<Visitor> {
    const [row] = await tx.query<{ id: string }>('SELECT id FROM visitor WHERE site_id = $1 AND pass_index = ANY ($2)', [
      input.siteId,
      this.guests.passIndexes(input.passCode),
    ]);
    if (!row) throw receptionErrors.passUnknown();
    return this.execute(tx, command, row.id, input);
  }

  /** @throws visitorUnknown (404), stale (412), visitorMoveIllegal, outsideTheWindow, hostMovedOut (409) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Visitor> {
    const { visitor, act, state } = await this.visitors.lockForMove(tx, command, id, 'admit', input);
    const { happenedAt } = act;
    if (happenedAt < visitor.from || happenedAt > visitor.until) throw receptionErrors.outsideTheWindow();
    if (await hasMovedOut(tx, visitor, happenedAt)) throw receptionErrors.hostMovedOut();
    await this.visitors.advance(tx, visitor, act, 'reception.visitor-came.v1', { state, cameAt: happenedAt });
    return visitor;
  }
}
