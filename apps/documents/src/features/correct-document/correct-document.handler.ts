import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { correctionOf, opens, withoutGaps } from '../../domain/corrections';
import { documentErrors } from '../../domain/errors';
import { hidePrintJobs } from '../../persistence/confidential-jobs';
import { keepCorrection } from '../../persistence/corrections';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments, searchedBy } from '../../persistence/incoming-documents';
import type { CorrectDocumentDto } from './correct-document.dto';

/**
 * What was registered wrongly is corrected for all to see, under its number (G3). Once it is filed, its record is described anew instead. Who knows of it
 * follows from its confidentiality at once, as of what is printed of it.
 */
@Injectable()
export class CorrectDocumentHandler {
  constructor(private readonly documents: IncomingDocuments) {}

  /** @throws documentUnknown (404), documentUnchanged, saidAndEmptied, documentDateAhead (400), openedByDirector (403), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectDocumentDto): Promise<IncomingDocument> {
    const { title, sender, theirNumber, documentDate, copies, pages, urgency, confidentiality, emptied = [], reason, ...said } = input;
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'correct', said);
    const [twice] = emptied.filter((field) => input[field] !== undefined);
    if (twice) throw documentErrors.saidAndEmptied(`/${twice}`);
    if (documentDate && documentDate > tx.now) throw documentErrors.documentDateAhead();
    const nothing = Object.fromEntries(emptied.map((field) => [field, null]));
    const given = { ...withoutGaps({ title, sender, theirNumber, documentDate, copies, pages, urgency, confidentiality }), ...nothing };
    const correction = correctionOf(document, given);
    if (!correction) throw documentErrors.documentUnchanged();
    if (opens(correction) && act.actor.role !== 'director') throw documentErrors.openedByDirector();
    if (confidentiality === 'confidential') hidePrintJobs(tx, id);
    keepCorrection(tx, id, act, correction, reason);
    this.documents.advance(tx, document, act, { kind: 'corrected', correction }, { state, ...given, ...searchedBy({ ...document, ...given }) });
    return document;
  }
}
