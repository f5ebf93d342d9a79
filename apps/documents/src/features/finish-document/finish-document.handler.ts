import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { FinishDocumentDto } from './finish-document.dto';

/** Whoever acts on it says what came of it (办结). */
@Injectable()
export class FinishDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), notActingPerson (403), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { result, ...input }: FinishDocumentDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'finish', input);
    if (command.principal.personId !== document.actingPersonId) throw documentErrors.notActingPerson();
    this.documents.advance(tx, document, act, { kind: 'acted-on' }, { state, result, actedAt: act.happenedAt });
    await this.clocks.actedOn(tx, document, act.happenedAt);
    return document;
  }
}
