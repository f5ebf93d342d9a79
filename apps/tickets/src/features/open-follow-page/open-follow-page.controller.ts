import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CaseLinks, followPage } from '@property-office/receipts';
import { Operation, pageHeaders, ShowsPage } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { stateNames } from '../../domain/repair-states';
import { Categories } from '../../persistence/categories';
import { ReadPlaceNames } from '../../persistence/place-names';
import { ReadRepairs } from '../../persistence/read-repairs';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { goesOnTitle } from '../../printing/goes-on-title';

/** What the QR code on a receipt opens, and where somebody is taken who reported without an account. */
@Controller('follow')
export class OpenFollowPageController {
  constructor(
    private readonly links: CaseLinks,
    private readonly repairs: ReadRepairs,
    private readonly categories: Categories,
    private readonly places: ReadPlaceNames,
  ) {}

  @Get(':token')
  @ShowsPage()
  @Operation('tickets.openFollowPage', { summary: { zh: '报修进度网页', en: 'What becomes of a repair request, as a page' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const id = this.links.idOf(token);
    const request = id && (await this.repairs.followed(id));
    if (!request) throw ticketErrors.unknown();
    await reply.headers(pageHeaders).send(await this.pageOf(request));
  }

  private async pageOf(request: RepairRequest): Promise<string> {
    const { number, state, category: code, locationId, siteId, recordedAt: reportedAt, changedAt } = request;
    const [category, { timeZone }, goesOn] = await Promise.all([this.categories.find(code), this.places.of(locationId, siteId), this.repairs.goesOnFor(request)]);
    return followPage({
      title: { zh: '报修进度', en: 'What becomes of your report' },
      number,
      status: stateNames[state],
      rows: [
        ...(goesOn ? [{ name: goesOnTitle, value: [goesOn.number, stateNames[goesOn.state]] }] : []),
        { name: { zh: '类别', en: 'Category' }, value: category?.name ?? { zh: code, en: code } },
      ],
      reportedAt,
      changedAt,
      timeZone,
    });
  }
}
