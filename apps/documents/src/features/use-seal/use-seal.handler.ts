import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Actor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Seals } from '../../persistence/seals';
import type { UseSealDto } from './use-seal.dto';

/** The seal was used (用印), as it was approved by somebody else: who, when, on how many copies. */
@Injectable()
export class UseSealHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly seals: Seals,
  ) {}

  /** @throws outgoingUnknown (404), ownSealApproval (403), outgoingMoveIllegal, noSealApproval (409), tooManyCopies (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { copies, ...input }: UseSealDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'use-seal', input);
    const approved = await this.seals.approved(tx, id);
    if (!approved) throw outgoingErrors.noSealApproval();
    const approver: Actor = { personId: approved.approvedBy, role: 'director', ...(approved.approvedFor !== null && { forPersonId: approved.approvedFor }) };
    if (!isSomebodyElse(act.actor, approver)) throw outgoingErrors.ownSealApproval();
    const sealedCopies = copies ?? approved.copies;
    if (sealedCopies > approved.copies) throw outgoingErrors.tooManyCopies('/copies', approved.copies);
    this.seals.use(tx, approved.id, act.actor, act.happenedAt, sealedCopies);
    this.documents.advance(tx, document, act, { kind: 'sealed', approvedById: approved.approvedBy }, { state, sealedCopies });
    return document;
  }
}
