import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { AccessLog } from '../../persistence/access-log';
import { copied, Copies, type CopiedRecord } from '../../persistence/copies';

/** The copies are made: each has a number of its own, and the access log says so (W4.3). */
@Injectable()
export class MakeCopyHandler {
  constructor(
    private readonly copies: Copies,
    private readonly log: AccessLog,
  ) {}

  /** @throws copyingUnknown (404), copyMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<CopiedRecord> {
    const { copy, record, act, state } = await this.copies.lockForMove(tx, command, id, 'make', input);
    const first = await this.copies.count(tx, copy, act);
    this.copies.advance(tx, copy, act, { kind: 'made', first }, { state, firstCopy: first, madeBy: act.actor.personId, madeAt: act.happenedAt });
    this.log.note(tx, command.principal, 'archives.makeCopy', { id: copy.recordId, siteId: copy.siteId }, { copying: copy.number, first, copies: copy.copies });
    return copied(copy, record);
  }
}
