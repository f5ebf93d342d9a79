import { Controller, Get, Header } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { contentIn } from '../../domain/notice-content';
import { ApprovalLinks } from '../../persistence/approval-links';
import type { Notice } from '../../persistence/notice.entity';
import { ReadNotices } from '../../persistence/read-notices';
import { promisesOf } from '../../persistence/notice-clocks';
import { linkViewOf } from '../approval-link.view';
import { readBy, seesSite } from '../read-notice.view';
import { NoticeDetailView } from './notice-detail.view';

@Controller('api/notices')
export class ReadNoticeController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
    private readonly approvals: ApprovalLinks,
  ) {}

  /** Not kept by browsers: the links in it are good for five minutes only. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('notifications.readNotice', { summary: { zh: '查看公告', en: 'Read a notice' }, ok: 200, okBody: NoticeDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<NoticeDetailView>> {
    const found = await this.notices.read(principal, id);
    if (!found) throw noticeErrors.unknown();
    const { attachments } = contentIn(found.notice.content);
    const files = attachments.map(({ id: fileId, name, sha256 }) => ({ name, sha256, ...this.links.linkTo(fileId) }));
    const forStaff = seesSite(principal, found.notice.siteId) ? await this.forStaff(found.notice) : { promises: [], approvalLinks: [] };
    return ok({ ...readBy(principal, found), attachments: files, ...forStaff }, found.notice.version);
  }

  private async forStaff(notice: Notice): Promise<Pick<NoticeDetailView, 'promises' | 'approvalLinks'>> {
    const [promises, { links, now }] = await Promise.all([this.promises.of(promisesOf(notice)), this.approvals.ofNotice(notice.id)]);
    return { promises, approvalLinks: links.map((link) => linkViewOf(link, notice, now)) };
  }
}
