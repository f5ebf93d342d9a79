import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { whoseTurn } from '../../domain/circulation';
import { documentErrors } from '../../domain/errors';
import { Circulations } from '../../persistence/circulations';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';

/** A reader has read it: in their turn, by themselves, once. */
@Injectable()
export class MarkDocumentReadHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal, notYourTurnToRead (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'read', input);
    const readerId = command.principal.personId;
    const circulation = await this.circulations.now(tx, document);
    if (!circulation || !whoseTurn(circulation).includes(readerId)) throw documentErrors.notYourTurnToRead();
    this.circulations.read(tx, id, circulation.n, readerId, act.happenedAt);
    const next = whoseTurn((await this.circulations.now(tx, document))!);
    this.documents.advance(tx, document, act, { kind: 'read', readerId, next }, { state });
    if (circulation.ordered || next.length === 0) await this.clocks.turned(tx, document, act.happenedAt, { read: true, next: next.length > 0 });
    return document;
  }
}
