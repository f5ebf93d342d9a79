import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { pdfAnswer, sendPdf } from '../pdf-reply';
import { PrintCopyHandler } from './print-copy.handler';
import { PrintCopyQuery } from './print-copy.query';

@Controller('api/copies')
export class PrintCopyController {
  constructor(private readonly handler: PrintCopyHandler) {}

  @Get(':id/file')
  @Operation('archives.printCopy', {
    summary: { zh: '打印复制件', en: 'Print a copy' },
    description: { zh: '每页标明“副本 n 供 X”；每次都会留下记录。', en: 'On every page stands which copy it is and for whom; each time is recorded.' },
    ok: 200,
    errors: ['conflict', 'unavailable'],
  })
  @ApiOkResponse(pdfAnswer)
  async print(@PathId() id: string, @Query() { position, copy }: PrintCopyQuery, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const { name, bytes } = await this.handler.execute(principal, id, position, copy);
    sendPdf(reply, name, bytes);
  }
}
