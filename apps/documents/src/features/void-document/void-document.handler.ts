import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import { Registers } from '../../persistence/registers';
import type { VoidDocumentDto } from './void-document.dto';

/** It was registered by mistake: its number stays in the register with the reason, and is never given again. */
@Injectable()
export class VoidDocumentHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly registers: Registers,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: VoidDocumentDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'void', input);
    this.documents.advance(tx, document, act, { kind: 'voided' }, { state, voidReason: reason });
    this.registers.void(tx, id, reason);
    await this.clocks.ended(tx, document, act.happenedAt);
    return document;
  }
}
