import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { leadersOf } from '../../persistence/leaders';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import type { PrintOutgoingDto } from './print-outgoing.dto';

/** Copies were printed (印制). Those of a confidential document go on in number where the last ones ended, also after a correction. */
@Injectable()
export class PrintOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly copies: OutgoingCopies,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { copies, pages, ...input }: PrintOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'print', input);
    const numbered = document.confidentiality === 'confidential';
    const firstShare = numbered ? document.shares + 1 : null;
    this.copies.keepPrint(tx, document, { copies, firstShare }, act.actor.personId, act.happenedAt);
    const changes = { state, copies: document.copies + copies, shares: document.shares + (numbered ? copies : 0), pages: pages ?? document.pages };
    this.documents.advance(tx, document, act, { kind: 'printed', copies, firstShare, approverIds: await leadersOf(tx, document) }, changes);
    return document;
  }
}
