import { Injectable } from '@nestjs/common';
import { isSomebodyElse } from '@property-office/access';
import type { Actor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { sealedShares, sharesOf } from '../../domain/copies';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Seals } from '../../persistence/seals';
import type { UseSealDto } from './use-seal.dto';

/** The seal was used (用印), as it was approved by somebody else: who, when, on how many copies, and of a confidential document on which. */
@Injectable()
export class UseSealHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly seals: Seals,
    private readonly copies: OutgoingCopies,
  ) {}

  /** @throws outgoingUnknown (404), ownSealApproval (403), outgoingMoveIllegal, noSealApproval (409), tooManyCopies, sealedCopiesUnfit (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { copies, shares, ...input }: UseSealDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'use-seal', input);
    const approved = await this.seals.approved(tx, id);
    if (!approved) throw outgoingErrors.noSealApproval();
    const approver: Actor = { personId: approved.approvedBy, role: 'director', ...(approved.approvedFor !== null && { forPersonId: approved.approvedFor }) };
    if (!isSomebodyElse(act.actor, approver)) throw outgoingErrors.ownSealApproval();
    const sealedCopies = copies ?? approved.copies;
    if (sealedCopies > approved.copies) throw outgoingErrors.tooManyCopies('/copies', approved.copies);
    const sealed = { copies: sealedCopies, shares: await this.sealed(tx, document, sealedCopies, shares) };
    this.seals.use(tx, approved.id, act.actor, act.happenedAt, sealed);
    this.documents.advance(tx, document, act, { kind: 'sealed', approvedById: approved.approvedBy }, { state, sealedCopies });
    return document;
  }

  /** Which copies, where they have numbers; null where they have none. */
  private async sealed(tx: Transaction, { id, textVersion, confidentiality }: OutgoingDocument, copies: number, given: number[] | undefined): Promise<readonly number[] | null> {
    if (confidentiality !== 'confidential') {
      if (given !== undefined) throw outgoingErrors.sealedCopiesUnfit();
      return null;
    }
    const printed = (await this.copies.prints(tx, id)).filter((print) => print.textVersion === textVersion);
    const shares = sealedShares(sharesOf(printed), copies, given);
    if (!shares) throw outgoingErrors.sealedCopiesUnfit();
    return shares;
  }
}
