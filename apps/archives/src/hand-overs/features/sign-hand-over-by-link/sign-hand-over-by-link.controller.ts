import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AcceptsForm, Operation, pageHeaders, ShowsPage, sourceOf } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SigningLinkStanding } from '../../../lists/domain/signing-link';
import { signedPage } from '../../../lists/pages/signed-page';
import { handOverErrors } from '../../domain/errors';
import { handingOver, handOverPage } from '../../pages/hand-over-page';
import { SignHandOverByLinkHandler } from './sign-hand-over-by-link.handler';

const page = { description: 'HTML', content: { 'text/html': { schema: { type: 'string' as const } } } };
/** To documents of the API; a browser gets the same as a page, under the same status. */
const over = { zh: '链接已使用、收回、过期或不再需要签字时，浏览器得到说明页面（409）。', en: 'Where the link was used, revoked, has expired or nothing waits for it, a browser gets a page that says so (409).' };

/** A page without sign-in for whoever receives or witnesses by a single-use link; it needs no script. */
@Controller('api/hand-over-links')
export class SignHandOverByLinkController {
  constructor(private readonly handler: SignHandOverByLinkHandler) {}

  /** Chat programs open a link to draw a preview: to look uses nothing up. */
  @Get(':token/page')
  @ShowsPage()
  @Operation('archives.readHandOverPage', { summary: { zh: '凭链接查看移交清册', en: 'A hand-over, by a link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  async read(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { link, list, standing, manifest } = await this.handler.open(token, sourceOf(request));
    if (standing !== 'open') return refuse(request, reply, standing);
    await reply.code(200).headers(pageHeaders).send(handOverPage(link, list, manifest));
  }

  @Post(':token/sign')
  @AcceptsForm()
  @Operation('archives.signHandOverByLink', { summary: { zh: '凭链接签字', en: 'Sign for a hand-over, by a link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  async sign(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { standing } = await this.handler.sign(token, sourceOf(request), request.principal);
    if (standing !== 'open') return refuse(request, reply, standing);
    await reply.code(200).headers(pageHeaders).send(signedPage(handingOver, 'done'));
  }
}

/** @throws handOverLinkOver (409) to a program that asks for JSON and no page */
async function refuse({ headers: { accept = '' } }: FastifyRequest, reply: FastifyReply, standing: Exclude<SigningLinkStanding, 'open'>): Promise<void> {
  if (accept.includes('json') && !accept.includes('text/html')) throw handOverErrors.handOverLinkOver();
  await reply.code(409).headers(pageHeaders).send(signedPage(handingOver, standing));
}
