import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { actsFor, leads } from '../../domain/outgoing-people';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { assertNotAuthor } from '../../persistence/authors';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { signersOf } from '../../persistence/signers';
import type { OpinionDto } from '../opinion.dto';

/** It is right in its facts and its form (核稿): its reviewer says so, or the director. Then whom it concerns is asked, if anybody. */
@Injectable()
export class ReviewOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), notReviewer, ownDraft (403), outgoingMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { opinion, ...input }: OpinionDto): Promise<OutgoingDocument> {
    const { document, act } = await this.documents.lockForMove(tx, command, id, 'review', input);
    assertNotAuthor(document, act.actor);
    if (!leads(act.actor) && actsFor(act.actor, [document.reviewerId]) === undefined) throw outgoingErrors.notReviewer();
    const next = await this.approvals.waiting(tx, document);
    const last = next.length === 0;
    this.approvals.keep(tx, document, act, 'review', opinion ?? null);
    const signings = document.signings + (last ? 1 : 0);
    const signerIds = last ? await signersOf(tx, document) : [];
    this.documents.advance(tx, document, act, { kind: 'reviewed', next, signerIds }, { state: last ? 'to-sign' : 'reviewed', signings });
    if (last) await this.clocks.toSign(tx, document, act.happenedAt);
    else await this.clocks.reviewed(tx, document, act.happenedAt);
    return document;
  }
}
