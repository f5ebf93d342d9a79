import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { movedBack, outgoingActs } from '../../domain/take-back';
import { lastMoveOf } from '../../persistence/last-move';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';

/** Undoes one’s own last act if nothing followed (G3): that it was checked, or discarded. */
@Injectable()
export class TakeBackOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), tooLateToTakeBack (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<OutgoingDocument> {
    const { document, act } = await this.documents.lockForAct(tx, command, id, input);
    const last = await lastMoveOf(tx, id);
    const move = movedBack(last, command.principal.personId, tx.now, outgoingActs);
    if (move === undefined) throw documentErrors.tooLateToTakeBack();
    const before = { state: document.discardedFrom ?? ('signed-off' as const), discardedFrom: null, endedReason: null };
    this.documents.advance(tx, document, act, { kind: 'taken-back', type: last.type }, before);
    if (move === 'check') this.approvals.withdrawCheck(tx, document, act);
    if (move === 'discard') await this.clocks.goesOn(tx, document);
    return document;
  }
}
