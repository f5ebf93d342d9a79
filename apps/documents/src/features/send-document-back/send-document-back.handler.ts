import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import type { SendDocumentBackDto } from './send-document-back.dto';

/** It is not for us, or not complete: its sender has it back, with the reason. */
@Injectable()
export class SendDocumentBackHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: SendDocumentBackDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'send-back', input);
    this.documents.advance(tx, document, act, { kind: 'sent-back' }, { state, sentBackReason: reason });
    await this.clocks.ended(tx, document, act.happenedAt);
    return document;
  }
}
