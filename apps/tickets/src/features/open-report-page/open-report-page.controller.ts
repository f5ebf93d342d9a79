import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { VisitorPasses } from '@property-office/access';
import { Operation } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { deadEnd, opensPages, pageHeaders } from '../../pages/page';
import { reportPage } from '../../pages/report-page';
import { Categories } from '../../persistence/categories';
import { PlaceCodes } from '../../persistence/place-codes';

/** What the QR code on the sheet of a public place opens. The address is on walls: it stays as it is. */
@Controller('report')
export class OpenReportPageController {
  constructor(
    private readonly codes: PlaceCodes,
    private readonly categories: Categories,
    private readonly passes: VisitorPasses,
  ) {}

  @Get(':code')
  @Operation('tickets.openReportPage', { summary: { zh: '扫码报修网页', en: 'The page a QR code of a public place opens' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('code') code: string, @Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const place = await this.codes.byCode(code);
    if (!place && !opensPages(accept)) throw ticketErrors.placeCodeUnknown();
    const page = place && reportPage({ code, site: place.site, place: place.label, categories: await this.categories.all(), visit: this.passes.issue().pass });
    await reply
      .status(page ? 200 : 404)
      .headers(pageHeaders)
      .send(page ?? deadEnd({ zh: '此二维码已失效', en: 'This code is no longer valid' }, { zh: '请致电客服报修。', en: 'Please call the office to report a repair.' }));
  }
}
