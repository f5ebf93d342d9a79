import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import type { Visitor } from '../../persistence/visitor.entity';
import { Visitors } from '../../persistence/visitors';

/** The visitor has gone; what is personal about them goes when its retention is over. */
@Injectable()
export class SeeVisitorOutHandler {
  constructor(private readonly visitors: Visitors) {}

  /** @throws visitorUnknown (404), stale (412), visitorMoveIllegal (409) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Visitor> {
    const { visitor, act, state } = await this.visitors.lockForMove(tx, command, id, 'see-out', input);
    await this.visitors.advance(tx, visitor, act, 'reception.visitor-left.v1', { state, leftAt: act.happenedAt });
    return visitor;
  }
}
