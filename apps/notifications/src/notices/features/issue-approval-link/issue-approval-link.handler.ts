import { PeopleContacts } from '@property-office/backbone';
import { Injectable } from '@nestjs/common';
import { normalPhone, personsBehind, takeQuotas } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Actor, LinkWay } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isEmail } from 'class-validator';
import { SettingsStore } from '../../../persistence/settings';
import { handsIn, usualLinkHours, type ApprovalLink } from '../../domain/approval-link';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { ApprovalLinks } from '../../persistence/approval-links';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { ReadNotices } from '../../persistence/read-notices';
import type { IssueApprovalLinkDto } from './issue-approval-link.dto';

const hour = 3_600_000;
/** Links of one notice in a day: one that is lost is revoked, and another issued. */
const mostOfNotice = { most: 10, seconds: 86_400 };

/** Whose address the approver's may not be, as they stood before the transaction. */
export interface Hands {
  persons: readonly string[];
}

export interface IssuedLink {
  notice: Notice;
  link: ApprovalLink;
  /** Shown once. */
  token: string;
}

/**
 * Nobody of the site can be the second person: the submitter or the director issues a link for a named one from elsewhere
 * (G1). Somebody else as far as a system can know: an address of whoever had a hand in it is refused.
 */
@Injectable()
export class IssueApprovalLinkHandler {
  constructor(
    private readonly reading: ReadNotices,
    private readonly notices: Notices,
    private readonly links: ApprovalLinks,
    private readonly contacts: PeopleContacts,
    private readonly settings: SettingsStore,
    private readonly audit: Audit,
  ) {}

  /** @throws unknown (404), addressMissing, addressOfAuthor (400), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string, { sentBy, phone, email }: IssueApprovalLinkDto): Promise<Hands> {
    const notice = await this.reading.one(principal, id, operation);
    if (!notice) throw noticeErrors.unknown();
    assertAddress(sentBy, phone, email);
    const persons = [...new Set([...handsIn(notice), principal.personId])];
    if (phone !== undefined) {
      const theirs = [...(await this.contacts.phonesOf(persons, '核对公告审核人')).values()].map(normalPhone);
      if (theirs.includes(normalPhone(phone))) throw noticeErrors.addressOfAuthor('phone');
    }
    if (email !== undefined) {
      const theirs = [...(await this.settings.ofAll(persons, 'email')).values()].map(({ address }) => normalEmail(address ?? ''));
      if (theirs.includes(normalEmail(email))) throw noticeErrors.addressOfAuthor('email');
    }
    return { persons };
  }

  /** @throws unknown (404), noticeMoveIllegal, textChanged (409), linkNotYours (403), stale (412), quotaUsedUp (429) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: IssueApprovalLinkDto, { persons }: Hands): Promise<IssuedLink> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    stateAfter(notice.state, 'approve');
    assertMayIssue(notice, act.actor);
    // Somebody who had no hand in it when the addresses were compared has by now.
    if (handsIn(notice).some((personId) => !persons.includes(personId))) throw noticeErrors.textChanged();
    await takeQuotas(tx, [{ key: `approval-link notice ${id}`, ...mostOfNotice }]);
    const { name, body, sentBy, validHours = usualLinkHours } = input;
    const link: ApprovalLink = {
      id: newId(),
      noticeId: id,
      siteId: notice.siteId,
      round: notice.round,
      contentHash: notice.contentHash,
      name,
      body,
      sentBy,
      issuedBy: act.actor.personId,
      issuedAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + validHours * hour),
      state: 'open',
      outcome: null,
      decidedAt: null,
    };
    const token = this.links.insert(tx, link);
    const { expiresAt } = link;
    this.notices.advance(tx, notice, act, { kind: 'link-issued', linkId: link.id, body, sentBy, expiresAt });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'notice', objectId: id, siteId: notice.siteId, details: { linkId: link.id, body, sentBy } });
    return { notice, link, token };
  }
}

/** Who answers for it: whoever submitted it, or the director. @throws linkNotYours (403) */
export function assertMayIssue(notice: Notice, actor: Actor): void {
  if (actor.role !== 'director' && !personsBehind(actor).some((personId) => personId === notice.submittedBy)) throw noticeErrors.linkNotYours();
}

/** However it is sent: on paper and in a chat an address is all that tells the approver from whoever issues it. @throws addressMissing (400) */
function assertAddress(sentBy: LinkWay, phone: string | undefined, email: string | undefined): void {
  const missing = sentBy === 'email' ? email === undefined && 'email' : phone === undefined && (sentBy === 'sms' || email === undefined) && 'phone';
  if (missing) throw noticeErrors.addressMissing(missing);
  if (email !== undefined && !isEmail(email)) throw noticeErrors.addressMissing('email');
}

function normalEmail(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase();
}
