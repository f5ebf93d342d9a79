import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { isOffice } from '../../domain/office';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';

/** Whoever acts on it is reminded (催办) by the office or who supervises it, besides what the clocks say. */
@Injectable()
export class RemindDocumentHandler {
  constructor(private readonly documents: IncomingDocuments) {}

  /** @throws documentUnknown (404), notSupervisor (403), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'remind', input);
    if (!isOffice(act.actor) && command.principal.personId !== document.supervisedBy) throw documentErrors.notSupervisor();
    this.documents.advance(tx, document, act, { kind: 'reminded' }, { state, reminders: document.reminders + 1 });
    return document;
  }
}
