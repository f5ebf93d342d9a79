import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AcceptsForm, Operation, pageHeaders, ShowsPage, sourceOf } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { destructionErrors } from '../../domain/errors';
import type { SigningLinkStanding } from '../../../lists/domain/signing-link';
import { signedPage } from '../../../lists/pages/signed-page';
import { witnessing, witnessPage } from '../../pages/witness-page';
import { SignByLinkHandler } from './sign-by-link.handler';

const page = { description: 'HTML', content: { 'text/html': { schema: { type: 'string' as const } } } };
/** To documents of the API; a browser gets the same as a page, under the same status. */
const over = { zh: '链接已使用、收回、过期或不再需要监销时，浏览器得到说明页面（409）。', en: 'Where the link was used, revoked, has expired or nothing waits for it, a browser gets a page that says so (409).' };

/** A page without sign-in for whoever holds a single-use link as a witness; it needs no script. */
@Controller('api/witness-links')
export class SignByLinkController {
  constructor(private readonly handler: SignByLinkHandler) {}

  /** Chat programs open a link to draw a preview: to look uses nothing up. */
  @Get(':token/page')
  @ShowsPage()
  @Operation('archives.readWitnessPage', { summary: { zh: '凭链接查看销毁清册', en: 'A destruction list, by a link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  async read(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { link, destruction, standing, office, records } = await this.handler.open(token, sourceOf(request));
    if (standing !== 'open') return refuse(request, reply, standing);
    await reply.code(200).headers(pageHeaders).send(witnessPage(destruction, office, link.expiresAt, records));
  }

  @Post(':token/sign')
  @AcceptsForm()
  @Operation('archives.signByLink', { summary: { zh: '凭链接监销签字', en: 'Sign as a witness, by a link' }, description: over, ok: 200, public: true, errors: ['conflict', 'too-many'] })
  @ApiOkResponse(page)
  async sign(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { standing } = await this.handler.sign(token, sourceOf(request), request.principal);
    if (standing !== 'open') return refuse(request, reply, standing);
    await reply.code(200).headers(pageHeaders).send(signedPage(witnessing, 'done'));
  }
}

/** @throws witnessLinkOver (409) to a program that asks for JSON and no page */
async function refuse({ headers: { accept = '' } }: FastifyRequest, reply: FastifyReply, standing: Exclude<SigningLinkStanding, 'open'>): Promise<void> {
  if (accept.includes('json') && !accept.includes('text/html')) throw destructionErrors.witnessLinkOver();
  await reply.code(409).headers(pageHeaders).send(signedPage(witnessing, standing));
}
