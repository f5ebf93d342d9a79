import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isRead } from '../../domain/circulation';
import { documentErrors } from '../../domain/errors';
import { Circulations } from '../../persistence/circulations';
import { assertColleague } from '../../persistence/colleagues';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { CirculateDocumentDto } from './circulate-document.dto';

/** Readers get it (传阅), one after the other or all at once. */
@Injectable()
export class CirculateDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal, circulationOpen (409), readerUnfit, staffUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { readerIds, ordered = false, ...input }: CirculateDocumentDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'circulate', input);
    const before = await this.circulations.now(tx, document);
    if (before && !isRead(before)) throw documentErrors.circulationOpen();
    if (readerIds.length === 0) throw documentErrors.readerUnfit('请选择传阅人', 'choose somebody');
    for (const [i, readerId] of readerIds.entries()) await assertColleague(tx, readerId, document.siteId, `/readerIds/${i}`);
    const circulation = document.circulation + 1;
    const next = ordered ? readerIds.slice(0, 1) : readerIds;
    this.circulations.add(tx, id, circulation, readerIds, 0, { personId: act.actor.personId, at: act.happenedAt, reason: null });
    this.documents.advance(tx, document, act, { kind: 'circulated', readerIds, next }, { state, circulation, ordered });
    for (const readerId of readerIds) this.documents.name(tx, document, readerId);
    await this.clocks.turned(tx, document, act.happenedAt, { read: false, next: true });
    return document;
  }
}
