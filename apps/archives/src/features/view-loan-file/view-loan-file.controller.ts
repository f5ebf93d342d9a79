import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { HeldPositionQuery } from '../held-position.query';
import { pdfAnswer, sendPdf } from '../pdf-reply';
import { ViewLoanFileHandler } from './view-loan-file.handler';

@Controller('api/loans')
export class ViewLoanFileController {
  constructor(private readonly handler: ViewLoanFileHandler) {}

  @Get(':id/file')
  @Operation('archives.viewLoanFile', {
    summary: { zh: '查看借阅的电子档案', en: 'Look at a file on loan' },
    description: { zh: '只供借阅人在期限内查看；每页都有借阅人姓名和时间的水印，每次查看都会留下记录。', en: 'For its borrower, until its time is over; on every page stand their name and the time, and each look is recorded.' },
    ok: 200,
    errors: ['conflict', 'unavailable'],
  })
  @ApiOkResponse(pdfAnswer)
  async view(@PathId() id: string, @Query() { position }: HeldPositionQuery, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const { name, bytes } = await this.handler.execute(principal, id, position);
    sendPdf(reply, name, bytes);
  }
}
