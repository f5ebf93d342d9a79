import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { actsFor } from '../../domain/outgoing-people';
import { assertNotAuthor } from '../../persistence/authors';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { signersOf } from '../../persistence/signers';
import type { OpinionDto } from '../opinion.dto';

/** Somebody it concerns agrees (会签); after the last of them it waits for its signature. */
@Injectable()
export class CountersignOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), notCountersigner, ownDraft (403), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { opinion, ...input }: OpinionDto): Promise<OutgoingDocument> {
    const { document, act } = await this.documents.lockForMove(tx, command, id, 'countersign', input);
    const waiting = await this.approvals.waiting(tx, document);
    const countersignerId = actsFor(act.actor, waiting);
    if (countersignerId === undefined) throw outgoingErrors.notCountersigner();
    assertNotAuthor(document, act.actor);
    this.approvals.countersigned(tx, document, countersignerId, act.happenedAt);
    this.approvals.keep(tx, document, act, 'countersign', opinion ?? null);
    const next = waiting.filter((each) => each !== countersignerId);
    const last = next.length === 0;
    const signerIds = last ? await signersOf(tx, document) : [];
    const signings = document.signings + (last ? 1 : 0);
    this.documents.advance(tx, document, act, { kind: 'countersigned', countersignerId, next, signerIds }, { state: last ? 'to-sign' : 'reviewed', signings });
    if (last) await this.clocks.toSign(tx, document, act.happenedAt);
    return document;
  }
}
