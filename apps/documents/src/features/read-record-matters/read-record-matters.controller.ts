import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordMattersDto } from '@property-office/backbone';
import { recordMatterPaths, type HandlingStep, type RecordMatter, type RecordMatters } from '@property-office/contracts';
import { handlingTrails } from '@property-office/outbox';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import { handlingSheet } from '../../domain/handling-sheet';
import { wholeText } from '../../domain/outgoing-substance';
import { countedPages, pagesOf } from '../../domain/page-count';
import { readAttachments } from '../../persistence/document-texts';
import { IncomingDocument } from '../../persistence/incoming-document.entity';
import { Letterheads } from '../../persistence/letterheads';
import { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingTexts } from '../../persistence/outgoing-texts';

/** What archives keep of a document and no event says: asked for when a proposal is looked at or accepted (W4.5). */
@Controller()
export class ReadRecordMattersController {
  constructor(
    private readonly database: Database,
    private readonly texts: OutgoingTexts,
    private readonly letterheads: Letterheads,
  ) {}

  @Post(recordMatterPaths.documents)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { ids }: RecordMattersDto): Promise<RecordMatters> {
    const { dataSource } = this.database;
    const incoming = await dataSource.getRepository(IncomingDocument).findBy({ id: In(ids) });
    const outgoing = await dataSource.getRepository(OutgoingDocument).findBy({ id: In(ids) });
    const trails = await handlingTrails(this.database, ids);
    const matters: RecordMatter[] = [];
    for (const document of incoming) matters.push(await this.incomingMatter(document, trails.get(document.id)!));
    for (const document of outgoing) matters.push(await this.outgoingMatter(document, trails.get(document.id)!));
    return { matters };
  }

  private async incomingMatter(document: IncomingDocument, trail: HandlingStep[]): Promise<RecordMatter> {
    const { id, title, sender, theirNumber, copies, paper, confidentiality, attachmentIds } = document;
    const counted = countedPages((await readAttachments(this.database, document)).map(({ pages }) => pages));
    const said = { title, responsibleParty: sender, documentNumber: theirNumber, pages: pagesOf({ counted, stated: document.pages }), pagesCounted: counted };
    return { id, ...said, copies, paper, confidentiality, text: handlingSheet(document), attachmentIds, trail };
  }

  private async outgoingMatter(document: OutgoingDocument, trail: HandlingStep[]): Promise<RecordMatter> {
    const { id, siteId, title, number, pages, countedPages: pagesCounted, copies, confidentiality, attachmentIds, textVersion, attendance, recipients, copiesTo } = document;
    const text = (await this.texts.one(this.database, id, textVersion))!;
    const responsibleParty = (await this.letterheads.of(siteId))?.office ?? null;
    const said = { title, responsibleParty, documentNumber: number, pages, pagesCounted };
    return { id, ...said, copies: copies || null, paper: copies > 0, confidentiality, text: wholeText({ ...text, attendance, recipients, copiesTo }), attachmentIds, trail };
  }
}
