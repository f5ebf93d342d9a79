import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { mayReturn } from '../../domain/outgoing-people';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import type { ReturnOutgoingDto } from './return-outgoing.dto';

/** Its drafter has it back, with remarks. Whatever was said to it before is said anew. */
@Injectable()
export class ReturnOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), notInHand (403), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: ReturnOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'return', input);
    const countersigners = await this.approvals.waiting(tx, document);
    if (!mayReturn(act.actor, document.state, { ...document, countersigners })) throw outgoingErrors.notInHand();
    this.documents.advance(tx, document, act, { kind: 'returned' }, { state, returnedReason: reason });
    await this.clocks.stopped(tx, document, act.happenedAt);
    return document;
  }
}
