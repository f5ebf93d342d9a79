import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { VisitorPasses } from '@property-office/access';
import { Operation, pageHeaders, ShowsPage } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { ticketErrors } from '../../domain/errors';
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
  @ShowsPage()
  @Operation('tickets.openReportPage', { summary: { zh: '扫码报修网页', en: 'The page a QR code of a public place opens' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const place = await this.codes.byCode(code);
    if (!place) throw ticketErrors.placeCodeUnknown();
    const page = reportPage({ code, site: place.site, place: place.label, categories: await this.categories.all(), visit: this.passes.issue().pass });
    await reply.headers(pageHeaders).send(page);
  }
}
