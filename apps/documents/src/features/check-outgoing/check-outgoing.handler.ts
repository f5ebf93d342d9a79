import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import type { OpinionDto } from '../opinion.dto';

/** Approvals, text, kind and form are in order (复核): it may have its number. */
@Injectable()
export class CheckOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { opinion, ...input }: OpinionDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'check', input);
    this.approvals.keep(tx, document, act, 'check', opinion ?? null);
    this.documents.advance(tx, document, act, { kind: 'checked' }, { state });
    return document;
  }
}
