import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Operation } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { reportScript, reportScriptPath } from '../../pages/report-script';

@Controller()
export class ReadReportScriptController {
  @Get(reportScriptPath)
  @Operation('tickets.readReportScript', { summary: { zh: '扫码报修网页的脚本', en: 'The script of the page a QR code opens' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'JavaScript', content: { 'text/javascript': { schema: { type: 'string' } } } })
  async read(@Res() reply: FastifyReply): Promise<void> {
    await reply.headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }).send(reportScript);
  }
}
