import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { requiredMatch, type CommandContext } from '@property-office/service-kit';
import { outgoingErrors } from '../../domain/outgoing-errors';
import { assertNotAuthor } from '../../persistence/authors';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { OutgoingClocks } from '../../persistence/outgoing-clocks';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingDocuments } from '../../persistence/outgoing-documents';
import type { SignOutgoingDto } from './sign-outgoing.dto';

/** A leader signs the text off that they read (签发): none of those who wrote it. A record is dated from now (W4.5). */
@Injectable()
export class SignOutgoingHandler {
  constructor(
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
    private readonly clocks: OutgoingClocks,
  ) {}

  /** @throws outgoingUnknown (404), ownDraft (403), outgoingMoveIllegal, textChanged (409), stale (412), matchRequired (428) */
  async execute(tx: Transaction, command: CommandContext, id: string, { textHash, opinion, ...input }: SignOutgoingDto): Promise<OutgoingDocument> {
    const { document, act, state } = await this.documents.lockForMove(tx, command, id, 'sign', input);
    assertNotAuthor(document, act.actor);
    if (textHash !== document.textHash) throw outgoingErrors.textChanged();
    // Whom it is to is not in the hash: one that was read before it came back and went to others has the same.
    if (await this.approvals.hadSameHash(tx, document)) requiredMatch(command);
    this.approvals.keep(tx, document, act, 'sign-off', opinion ?? null);
    const { personId: signedBy, forPersonId: signedFor = null } = act.actor;
    const signed = { signedBy, signedFor, signedAt: act.happenedAt, signedHash: textHash };
    this.documents.advance(tx, document, act, { kind: 'signed-off' }, { state, ...signed });
    this.documents.name(tx, document, signedBy);
    await this.clocks.signed(tx, document, act.happenedAt);
    return document;
  }
}
