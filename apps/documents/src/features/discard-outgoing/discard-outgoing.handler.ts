import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { assertTheirDraft } from '../../persistence/authors';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import type { EndOutgoingDto } from '../end-outgoing.dto';

/** It is not pursued. It never had a number: there is none to keep. */
@Injectable()
export class DiscardOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), notYourDraft (403), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: EndOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'discard', input);
    assertTheirDraft(document, act.actor);
    this.documents.advance(tx, document, act, { kind: 'discarded' }, { state, endedReason: reason, discardedFrom: document.state });
    await this.clocks.stopped(tx, document, act.happenedAt);
    return document;
  }
}
