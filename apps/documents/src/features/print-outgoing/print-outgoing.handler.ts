import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { requestErrors, type CommandContext } from '@property-office/service-kit';
import { outgoingErrors, outgoingStateAfter } from '../../domain/outgoing-errors';
import { bearsSeal } from '../../domain/outgoing-states';
import { countedPages, pagesDiffer, pagesOf, statedOf } from '../../domain/page-count';
import { readAttachments } from '../../persistence/document-texts';
import { leadersOf } from '../../persistence/leaders';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { OutgoingPapers } from '../../printing/outgoing-papers';
import type { PrintOutgoingDto } from './print-outgoing.dto';

/** What a copy consists of, drawn and counted before the transaction, of the text as it was then. */
export interface DrawnCopy {
  textVersion: number;
  /** Null where an attachment cannot be counted. */
  pages: number | null;
}

/** Copies were printed (印制). Those of a confidential document go on in number where the last ones ended, also after a correction. */
@Injectable()
export class PrintOutgoingHandler {
  constructor(
    private readonly database: Database,
    private readonly reading: ReadOutgoing,
    private readonly papers: OutgoingPapers,
    private readonly documents: OutgoingDocuments,
    private readonly copies: OutgoingCopies,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal, letterheadUnset (409) */
  async prepare({ principal, operation }: CommandContext, id: string): Promise<DrawnCopy> {
    const document = await this.reading.one(principal, id, operation);
    if (!document) throw outgoingErrors.outgoingUnknown();
    outgoingStateAfter(document, 'print');
    const attached = await readAttachments(this.database, document);
    return { textVersion: document.textVersion, pages: countedPages([await this.papers.pages(document), ...attached.map(({ pages }) => pages)]) };
  }

  /** @throws outgoingUnknown (404), pagesUnlike (400), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, said: PrintOutgoingDto, drawn: DrawnCopy): Promise<OutgoingDocument> {
    const { copies, pages, pagesReason, ...input } = said;
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'print', input);
    // It was corrected since.
    if (document.textVersion !== drawn.textVersion) throw requestErrors.stale();
    // What was said of this text when it was printed before still holds.
    const count = { counted: drawn.pages, stated: pages ?? statedOf(document) };
    // A reason is that of the number it was given for.
    const reason = pagesDiffer(count) ? (pagesReason ?? (count.stated === document.pages ? document.pagesReason : null)) : null;
    if (pagesDiffer(count) && reason === null) throw outgoingErrors.pagesUnlike(drawn.pages!);
    const counted = { pages: pagesOf(count), countedPages: drawn.pages, pagesReason: reason };
    const numbered = document.confidentiality === 'confidential';
    const firstShare = numbered ? document.shares + 1 : null;
    this.copies.keepPrint(tx, document, { copies, firstShare }, act.actor.personId, act.happenedAt);
    const changes = { state, copies: document.copies + copies, shares: document.shares + (numbered ? copies : 0), ...counted };
    const approverIds = bearsSeal(document.kind) ? await leadersOf(tx, document) : [];
    this.documents.advance(tx, document, act, { kind: 'printed', copies, firstShare, approverIds }, changes);
    return document;
  }
}
