import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { systemActor, type Principal } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { handsIn, standingOf, type ApprovalLink, type LinkStanding } from '../../domain/approval-link';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { hashOf } from '../../domain/notice-content';
import { ApprovalLinks } from '../../persistence/approval-links';
import { NoticeClocks } from '../../persistence/notice-clocks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { holdersIn, tellHolders, tellPeople } from '../../persistence/tell-people';

export type Decision = { outcome: 'approved' } | { outcome: 'returned'; remarks: string };

/** What whoever holds a link has before them. */
export interface Opened {
  link: ApprovalLink;
  notice: Notice;
  standing: LinkStanding;
}

/**
 * A second person from elsewhere decides by their link, once (G1). To look uses nothing up. What they approve is the text
 * the link was issued for, by its hash, and no other.
 */
@Injectable()
export class DecideByLinkHandler {
  constructor(
    private readonly database: Database,
    private readonly links: ApprovalLinks,
    private readonly notices: Notices,
    private readonly clocks: NoticeClocks,
    private readonly audit: Audit,
  ) {}

  /** @throws linkUnknown (404), quotaUsedUp (429) */
  async open(token: string, source: string): Promise<Opened> {
    const link = await this.admit(token, source, 'open');
    return this.database.transaction(async (tx) => {
      const notice = await this.notices.of(tx, link.noticeId);
      return { link, notice, standing: standingOf(link, notice, tx.now) };
    });
  }

  /**
   * Two clicks at once queue up at the notice: the second finds the link used.
   * @returns how the link stood: unless `open`, nothing has changed
   * @param principal whoever is signed in where it was opened: the page asks nobody to be
   * @throws linkUnknown (404), linkOfAnother (403), altered (409), quotaUsedUp (429)
   */
  async decide(token: string, source: string, operation: OperationKey, decision: Decision, principal: Principal | undefined): Promise<Opened> {
    const { id, noticeId } = await this.admit(token, source, 'decide');
    return this.database.transaction(async (tx) => {
      const notice = await this.notices.lockForFact(tx, noticeId);
      const link = (await this.links.lock(tx, noticeId, id))!;
      const standing = standingOf(link, notice, tx.now);
      if (standing === 'open' && principal) assertSomebodyElse(principal, [...handsIn(notice), link.issuedBy]);
      if (standing === 'open') await this.record(tx, notice, link, operation, decision);
      return { link, notice, standing };
    });
  }

  private async record(tx: Transaction, notice: Notice, link: ApprovalLink, operation: OperationKey, decision: Decision): Promise<void> {
    if (hashOf(notice.content) !== link.contentHash) throw noticeErrors.altered();
    const act: Act = { actor: systemActor, happenedAt: tx.now };
    const byLink = { linkId: link.id, body: link.body, issuedBy: link.issuedBy };
    const { outcome } = decision;
    if (outcome === 'approved') {
      const state = stateAfter(notice.state, 'approve');
      this.notices.advance(tx, notice, act, { kind: 'approved', byLink }, { state, approvedBy: null, approvedAt: tx.now, remarks: null });
    } else {
      const { remarks } = decision;
      this.notices.advance(tx, notice, act, { kind: 'returned', remarks, byLink }, { state: stateAfter(notice.state, 'return'), remarks });
    }
    this.links.use(tx, link, outcome);
    tellPeople(tx, notice, act, outcome === 'approved' ? 'notice-approved' : 'notice-returned', [...handsIn(notice), link.issuedBy]);
    if (outcome === 'approved') await tellDirectors(tx, notice, link, act);
    await this.clocks.keepApproval(tx, notice, act);
    this.audit.record(tx, { actor: systemActor, operation, objectType: 'notice', objectId: notice.id, siteId: notice.siteId, details: { ...byLink, outcome } });
  }

  /** Counted first, and whatever comes of it: guesses, too. */
  private async admit(token: string, source: string, what: 'open' | 'decide'): Promise<ApprovalLink> {
    await this.database.transaction((tx) => this.links.count(tx, source, what));
    const link = await this.links.byToken(token);
    if (!link) throw noticeErrors.linkUnknown();
    return link;
  }
}

/** Whoever wrote, submitted or issued does not decide, nor whoever stands in for one of them. @throws linkOfAnother (403) */
function assertSomebodyElse({ personId, deputyships = [] }: Principal, hands: readonly string[]): void {
  if ([personId, ...deputyships.map(({ forPersonId }) => forPersonId)].some((each) => hands.includes(each))) throw noticeErrors.linkOfAnother();
}

/**
 * Who used a link nobody sees: where its submitter, or a deputy of theirs, handed it out, somebody with the last word on the site
 * knows; while they are away a deputy who had no hand in it (G1).
 */
async function tellDirectors(tx: Transaction, notice: Notice, { issuedBy }: ApprovalLink, act: Act): Promise<void> {
  const directors = await holdersIn(tx, notice, ['director']);
  if (directors.includes(issuedBy) && issuedBy !== notice.submittedBy) return;
  await tellHolders(tx, notice, act, 'notice-approved-by-own-link', ['director'], [issuedBy], handsIn(notice));
}
