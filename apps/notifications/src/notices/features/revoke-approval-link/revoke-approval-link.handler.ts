import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { ApprovalLinks } from '../../persistence/approval-links';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { assertMayIssue } from '../issue-approval-link/issue-approval-link.handler';

/** Sent to the wrong number, or not wanted any more: it opens nothing from now on. */
@Injectable()
export class RevokeApprovalLinkHandler {
  constructor(
    private readonly notices: Notices,
    private readonly links: ApprovalLinks,
    private readonly audit: Audit,
  ) {}

  /** @throws unknown, linkUnknown (404), linkNotYours (403), linkOver (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, linkId: string, input: ActFields): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    assertMayIssue(notice, act.actor);
    const link = await this.links.lock(tx, id, linkId);
    if (!link) throw noticeErrors.linkUnknown();
    if (link.state !== 'open') throw noticeErrors.linkOver();
    this.links.revoke(tx, link);
    this.notices.advance(tx, notice, act, { kind: 'link-revoked', linkId });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'notice', objectId: id, siteId: notice.siteId, details: { linkId } });
    return notice;
  }
}
