import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, Operation, PageQuery, QueryNumber, Text } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { pdfAnswer, sendPdf } from '../../../features/pdf-reply';
import { PrintLabelsHandler } from './print-labels.handler';

export class PrintLabelsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '门类', en: 'category' }, max: 10, optional: true })
  category?: string;

  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100, optional: true })
  shelf?: string;

  @QueryNumber({ label: { zh: '年度', en: 'year' }, min: 1900, max: 2999, optional: true })
  year?: number;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: '档号、题名等，同档案目录 / As in the list of records' })
  q?: string;
}

@Controller('api/records')
export class PrintLabelsController {
  constructor(private readonly handler: PrintLabelsHandler) {}

  @Get('labels')
  @Operation('archives.printLabels', {
    summary: { zh: '打印档案标签', en: 'Print labels of records' },
    description: {
      zh: 'A4 每张 24 枚（70 × 37 mm），档号、题名和二维码；保密档案不印题名。下一页的 cursor 在 x-next-cursor。',
      en: '24 to a sheet of A4 (70 × 37 mm): number, title and a code to scan; no title of what is confidential. The cursor of the next page is x-next-cursor.',
    },
    ok: 200,
    errors: ['not-found'],
  })
  @ApiOkResponse(pdfAnswer)
  async print(@Query() query: PrintLabelsQuery, @Acting() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, nextCursor } = await this.handler.execute(principal, query);
    if (nextCursor !== null) reply.header('x-next-cursor', nextCursor);
    sendPdf(reply, 'labels', bytes);
  }
}
