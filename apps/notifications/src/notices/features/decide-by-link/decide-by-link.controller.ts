import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { AttachmentLinks } from '@property-office/access';
import { AcceptsForm, Operation, pageHeaders, PathId, ShowsPage, sourceOf } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApprovalLink, LinkStanding } from '../../domain/approval-link';
import { noticeErrors } from '../../domain/errors';
import { contentIn } from '../../domain/notice-content';
import { approvalPage, decidedPage } from '../../pages/approval-page';
import { KnownPlaces } from '../../persistence/known-places';
import { ReturnByLinkDto } from './decide-by-link.dto';
import { DecideByLinkHandler, type Decision, type Opened } from './decide-by-link.handler';

const page = { description: 'HTML', content: { 'text/html': { schema: { type: 'string' as const } } } };
/** To documents of the API; a browser gets the same as a page, under the same status. */
const over = { zh: '链接已使用、收回、过期或不再需要审核时，浏览器得到说明页面（409）。', en: 'Where the link was used, revoked, has expired or nothing waits for it, a browser gets a page that says so (409).' };

/** A page without sign-in for whoever holds a single-use link; it needs no script. */
@Controller('api/approval-links')
export class DecideByLinkController {
  constructor(
    private readonly handler: DecideByLinkHandler,
    private readonly places: KnownPlaces,
    private readonly links: AttachmentLinks,
  ) {}

  /** Chat programs open a link to draw a preview: to look uses nothing up. */
  @Get(':token/page')
  @ShowsPage()
  @Operation('notifications.readApprovalPage', { summary: { zh: '凭链接查看待审公告', en: 'What is to be approved, by its link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  async read(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { link, notice, standing } = await this.handler.open(token, sourceOf(request));
    if (standing !== 'open') return refuse(request, reply, standing, link.outcome);
    const content = contentIn(notice.content);
    const places = await this.places.all([notice.siteId, ...content.audience.flatMap(({ placeId }) => placeId ?? [])]);
    await reply.code(200).headers(pageHeaders).send(approvalPage(content, notice, places));
  }

  /** A link for five minutes, to a file of what is to be approved. */
  @Get(':token/attachments/:attachmentId')
  @Operation('notifications.readApprovalFile', { summary: { zh: '凭链接查看待审公告附件', en: 'A file of what is to be approved' }, ok: 200, public: true, errors: ['too-many'] })
  @ApiResponse({ status: 302, description: 'Where the file is / 文件地址' })
  async file(@Param('token') token: string, @PathId('attachmentId') attachmentId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { notice, standing } = await this.handler.open(token, sourceOf(request));
    if (standing !== 'open' || !contentIn(notice.content).attachments.some(({ id }) => id === attachmentId)) throw noticeErrors.linkUnknown();
    await reply.header('cache-control', 'no-store').redirect(this.links.linkTo(attachmentId).url, 302);
  }

  @Post(':token/approve')
  @AcceptsForm()
  @Operation('notifications.approveByLink', { summary: { zh: '凭链接审核通过', en: 'Approve by a link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  approve(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answer(request, reply, this.handler.decide(token, sourceOf(request), 'notifications.approveByLink', { outcome: 'approved' }, request.principal), 'approved');
  }

  @Post(':token/return')
  @AcceptsForm()
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @Operation('notifications.returnByLink', { summary: { zh: '凭链接退回修改', en: 'Return with remarks by a link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  giveBack(@Param('token') token: string, @Body() { remarks }: ReturnByLinkDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answer(request, reply, this.handler.decide(token, sourceOf(request), 'notifications.returnByLink', { outcome: 'returned', remarks }, request.principal), 'returned');
  }
}

async function answer(request: FastifyRequest, reply: FastifyReply, deciding: Promise<Opened>, outcome: Decision['outcome']): Promise<void> {
  const { link, standing } = await deciding;
  if (standing === 'open') return void (await reply.code(200).headers(pageHeaders).send(decidedPage('done', outcome)));
  await refuse(request, reply, standing, link.outcome);
}

/** @throws linkOver (409) to a program that asks for JSON and no page */
async function refuse({ headers: { accept = '' } }: FastifyRequest, reply: FastifyReply, standing: Exclude<LinkStanding, 'open'>, outcome: ApprovalLink['outcome']): Promise<void> {
  if (accept.includes('json') && !accept.includes('text/html')) throw noticeErrors.linkOver();
  await reply.code(409).headers(pageHeaders).send(decidedPage(standing, outcome));
}
