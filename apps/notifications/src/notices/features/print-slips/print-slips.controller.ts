import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toString } from 'qrcode';
import { noticeErrors } from '../../domain/errors';
import { contentIn } from '../../domain/notice-content';
import { linkOf, postingOf, withdrawalOf } from '../../domain/posting';
import { slipsPage } from '../../pages/slips-page';
import { ReadNotices } from '../../persistence/read-notices';
import { UnreachedHomes } from '../../persistence/unreached-homes';

@Controller('api/notices')
export class PrintSlipsController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly homes: UnreachedHomes,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  /** One slip for each home that no channel reaches and whose slip is not left yet, ready for the printer, with a QR code that opens the notice. */
  @Get(':id/slips')
  @Operation('notifications.printSlips', { summary: { zh: '入户通知单打印', en: 'Slips to print for homes no channel reaches' }, ok: 200 })
  @ApiOkResponse({ description: 'HTML (A4)', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(@PathId() id: string, @Acting() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const notice = await this.notices.one(principal, id, 'notifications.printSlips');
    if (!notice) throw noticeErrors.unknown();
    const qr = await toString(linkOf(originOf(request, this.configuration.http.publicUrl), notice), { type: 'svg', margin: 0 });
    const content = contentIn(notice.content);
    // Whoever found a slip under their door reads there, too, that it no longer holds.
    const isWithdrawn = notice.state === 'withdrawn';
    const posting = isWithdrawn ? withdrawalOf(content, notice.number, notice.withdrawnBecause ?? '') : postingOf(content);
    const homes = await this.homes.all(notice);
    const waiting = isWithdrawn ? homes : homes.filter(({ leftAt }) => leftAt === null);
    const page = slipsPage(posting, notice.number, { homes: waiting, left: homes.length - waiting.length }, qr);
    await reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).send(page);
  }
}
