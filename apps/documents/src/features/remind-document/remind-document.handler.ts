import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';

/** Whoever acts on it is reminded (催办), besides what the clocks say. */
@Injectable()
export class RemindDocumentHandler {
  constructor(private readonly documents: IncomingDocuments) {}

  /** @throws documentUnknown (404), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'remind', input);
    this.documents.advance(tx, document, act, { kind: 'reminded' }, { state, reminders: document.reminders + 1 });
    return document;
  }
}
