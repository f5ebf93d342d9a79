import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { DownloadHandOverHandler } from './download-hand-over.handler';

@Controller('api/hand-overs')
export class DownloadHandOverController {
  constructor(private readonly handler: DownloadHandOverHandler) {}

  @Get(':id/package')
  @Operation('archives.downloadHandOver', {
    summary: { zh: '下载移交包', en: 'Download the package of a hand-over' },
    description: { zh: '一个 ZIP，不用本系统也能打开、核对；每份档案都会留下记录。', en: 'One ZIP that opens and can be checked without this system; each record is noted.' },
    ok: 200,
    errors: ['conflict'],
  })
  @ApiOkResponse({ description: 'ZIP', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async download(@PathId() id: string, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const { name, stream } = await this.handler.execute(principal, id);
    reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}.zip"`).type('application/zip').send(stream);
  }
}
