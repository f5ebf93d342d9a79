import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { correctionOf, withoutGaps } from '../../domain/corrections';
import { documentErrors } from '../../domain/errors';
import { keepCorrection } from '../../persistence/corrections';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments, searchedBy } from '../../persistence/incoming-documents';
import type { CorrectDocumentDto } from './correct-document.dto';

/** What was registered wrongly is corrected for all to see, under its number (G3). Once it is filed, its record is described anew instead. */
@Injectable()
export class CorrectDocumentHandler {
  constructor(private readonly documents: IncomingDocuments) {}

  /** @throws documentUnknown (404), documentUnchanged (400), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectDocumentDto): Promise<IncomingDocument> {
    const { title, sender, theirNumber, documentDate, copies, pages, reason, ...said } = input;
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'correct', said);
    const given = withoutGaps({ title, sender, theirNumber, documentDate, copies, pages });
    const correction = correctionOf(document, given);
    if (!correction) throw documentErrors.documentUnchanged();
    keepCorrection(tx, id, act, correction, reason);
    this.documents.advance(tx, document, act, { kind: 'corrected', correction }, { state, ...given, ...searchedBy({ ...document, ...given }) });
    return document;
  }
}
