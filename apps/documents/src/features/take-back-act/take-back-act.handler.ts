import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { incomingActs, movedBack } from '../../domain/take-back';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import { lastMoveOf } from '../../persistence/last-move';

/** Undoes one’s own last act if nothing followed (G3). */
@Injectable()
export class TakeBackActHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), tooLateToTakeBack (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<IncomingDocument> {
    const { document, act } = await this.documents.lockForAct(tx, command, id, input);
    const last = await lastMoveOf(tx, id);
    const move = movedBack(last, command.principal.personId, tx.now, incomingActs);
    if (move === undefined) throw documentErrors.tooLateToTakeBack();
    // Both were done to a document that was registered and nothing else.
    this.documents.advance(tx, document, act, { kind: 'taken-back', type: last.type }, { state: 'registered', sentBackReason: null });
    if (move === 'send-back') await this.clocks.goesOn(tx, document);
    return document;
  }
}
