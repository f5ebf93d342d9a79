import { Injectable } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import { ReadPromises } from '@property-office/deadlines';
import { Database } from '@property-office/persistence';
import { whoseTurn } from '../../domain/circulation';
import { countedPages } from '../../domain/page-count';
import { Circulations } from '../../persistence/circulations';
import { correctionsOf } from '../../persistence/corrections';
import { readAttachments } from '../../persistence/document-texts';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { Originals } from '../../persistence/originals';
import { documentView, iso } from '../document.view';
import type { IncomingDocumentDetailView } from './document-detail.view';

const promised = { class: 'incoming-document', episode: 1, promises: ['propose', 'decide', 'act', 'reply-to-sender'] } as const;

/** The page of a document: who has read it, who is to, where its paper is, what is promised. */
@Injectable()
export class DocumentDetails {
  constructor(
    private readonly database: Database,
    private readonly circulations: Circulations,
    private readonly originals: Originals,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
  ) {}

  async of(document: IncomingDocument): Promise<IncomingDocumentDetailView> {
    const { id, siteId, circulation, ordered, attachmentIds, slipToken } = document;
    const readers = await this.circulations.listed(this.database, id);
    const now = readers.filter((reader) => reader.circulation === circulation);
    const scans = await this.originals.scans(this.database, id);
    const attachmentTexts = await readAttachments(this.database, document);
    return {
      ...documentView(document),
      attachments: attachmentIds.map((each) => this.links.linkTo(each)),
      attachmentTexts,
      countedPages: countedPages(attachmentTexts.map(({ pages }) => pages)),
      corrections: (await correctionsOf(this.database, id)).map(({ happenedAt, ...each }) => ({ ...each, happenedAt: happenedAt.toISOString() })),
      readers: readers.map((reader) => ({ ...reader, readAt: iso(reader.readAt), leftOutAt: iso(reader.leftOutAt) })),
      turn: whoseTurn({ n: circulation, ordered, readers: now }),
      holderId: await this.originals.holder(this.database, id),
      scans: scans.map(({ personId, place, took, happenedAt }) => ({ personId, place, took, happenedAt: happenedAt.toISOString() })),
      slipToken,
      promises: await this.promises.of({ aggregateId: id, siteId, ...promised }),
    };
  }
}
