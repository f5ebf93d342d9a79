import { Injectable } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import { ReadPromises } from '@property-office/deadlines';
import { Database } from '@property-office/persistence';
import { readAttachments } from '../../persistence/document-texts';
import { OutgoingApprovals } from '../../persistence/outgoing-approvals';
import { OutgoingCopies } from '../../persistence/outgoing-copies';
import type { OutgoingDocument } from '../../persistence/outgoing-document.entity';
import { OutgoingTexts } from '../../persistence/outgoing-texts';
import { Seals } from '../../persistence/seals';
import { iso } from '../document.view';
import { outgoingView } from '../outgoing.view';
import { sealUseView } from '../seal-use.view';
import type { OutgoingDocumentDetailView } from './outgoing-detail.view';

/** The page of a document: what it says, who agreed to which text, and where its copies went. */
@Injectable()
export class OutgoingDetails {
  constructor(
    private readonly database: Database,
    private readonly texts: OutgoingTexts,
    private readonly approvals: OutgoingApprovals,
    private readonly copies: OutgoingCopies,
    private readonly seals: Seals,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
  ) {}

  async of(document: OutgoingDocument): Promise<OutgoingDocumentDetailView> {
    const { id, siteId, attachmentIds, round, signings } = document;
    const versions = await this.texts.all(this.database, id);
    const signatures = await this.approvals.signatures(this.database, id);
    const countersigners = await this.approvals.countersigners(this.database, id);
    const prints = await this.copies.prints(this.database, id);
    const deliveries = await this.copies.deliveries(this.database, id);
    const promised = { aggregateId: id, siteId, class: 'outgoing-document' };
    const promises = [
      ...(await this.promises.of({ ...promised, episode: round, promises: ['review-draft', 'countersign'] })),
      ...(await this.promises.of({ ...promised, episode: signings, promises: ['sign'] })),
      ...(await this.promises.of({ ...promised, episode: 1, promises: ['receipt'] })),
    ];
    return {
      ...outgoingView(document),
      body: versions.at(-1)!.body,
      attachments: attachmentIds.map((each) => this.links.linkTo(each)),
      attachmentTexts: await readAttachments(this.database, document),
      versions: versions.map(({ n, change, title, textHash, exactHash, madeBy, reason, happenedAt }) => ({
        n,
        change,
        title,
        textHash,
        exactHash,
        madeBy,
        reason,
        happenedAt: happenedAt.toISOString(),
      })),
      signatures: signatures.map(({ kind, textVersion, textHash, personId, forId, opinion, happenedAt, withdrawnAt }) => ({
        kind,
        textVersion,
        textHash,
        personId,
        forId,
        opinion,
        happenedAt: happenedAt.toISOString(),
        withdrawnAt: iso(withdrawnAt),
      })),
      countersigners: countersigners.map((each) => ({ ...each, signedAt: iso(each.signedAt) })),
      prints: prints.map(({ textVersion, copies, firstShare, printedBy, happenedAt }) => ({ textVersion, copies, firstShare, printedBy, happenedAt: happenedAt.toISOString() })),
      sealUses: (await this.seals.of(id)).map(sealUseView),
      deliveries: deliveries.map(({ n, recipient, how, copies, shares, receivedBy, missingReason, settledAt }) => ({
        delivery: n,
        recipient,
        how,
        copies,
        shares: [...shares],
        receivedBy,
        missingReason,
        settledAt: iso(settledAt),
      })),
      promises,
    };
  }
}
