import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import { Seals } from '../../persistence/seals';
import type { ApproveSealDto } from './approve-seal.dto';

/** A leader says which seal may be used, why and on how many copies; somebody else uses it. */
@Injectable()
export class ApproveSealHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly seals: Seals,
  ) {}

  /** @throws outgoingUnknown (404), outgoingMoveIllegal, sealApproved (409), tooManyCopies (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { seal, reason, copies, ...input }: ApproveSealDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'approve-seal', input);
    if (await this.seals.approved(tx, id)) throw outgoingErrors.sealApproved();
    if (copies > document.copies) throw outgoingErrors.tooManyCopies('/copies', document.copies);
    this.seals.approve(tx, document, act, { seal, reason, copies });
    this.documents.advance(tx, document, act, { kind: 'seal-approved', copies }, { state });
    return document;
  }
}
