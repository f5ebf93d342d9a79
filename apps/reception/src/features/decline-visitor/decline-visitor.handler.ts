import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { hostAct } from '../../persistence/host-act';
import type { Visitor } from '../../persistence/visitor.entity';
import { Visitors } from '../../persistence/visitors';
import type { HostAnswerDto } from '../host-answer.dto';

/** The host will not have them (W2.1). */
@Injectable()
export class DeclineVisitorHandler {
  constructor(private readonly visitors: Visitors) {}

  /** @throws visitorUnknown (404), stale (412), visitorMoveIllegal (409), notTheHost (403) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: HostAnswerDto): Promise<Visitor> {
    const { visitor, act, state } = await this.visitors.lockForMove(tx, command, id, 'decline', input);
    await this.visitors.answer(tx, visitor, hostAct(act, visitor, input), 'reception.visitor-declined.v1', state);
    return visitor;
  }
}
