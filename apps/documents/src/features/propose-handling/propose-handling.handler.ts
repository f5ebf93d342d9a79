import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { DocumentClocks } from '../../persistence/document-clocks';
import type { IncomingDocument } from '../../persistence/incoming-document.entity';
import { IncomingDocuments } from '../../persistence/incoming-documents';
import { leadersOf } from '../../persistence/leaders';
import type { ProposeHandlingDto } from './propose-handling.dto';

/** Somebody proposes how to handle it (拟办); somebody else decides. */
@Injectable()
export class ProposeHandlingHandler {
  constructor(
    private readonly documents: IncomingDocuments,
    private readonly clocks: DocumentClocks,
  ) {}

  /** @throws documentUnknown (404), documentMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { proposal, ...input }: ProposeHandlingDto): Promise<IncomingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'propose', input);
    const { personId: proposedBy, forPersonId: proposedFor = null } = act.actor;
    this.documents.advance(tx, document, act, { kind: 'proposed', deciderIds: await leadersOf(tx, document) }, { state, proposal, proposedBy, proposedFor });
    this.documents.name(tx, document, proposedBy);
    await this.clocks.proposed(tx, document, act.happenedAt);
    return document;
  }
}
