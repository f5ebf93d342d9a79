import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Operation } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { stateNames } from '../../domain/repair-states';
import { followPage } from '../../pages/follow-page';
import { deadEnd, opensPages, pageHeaders } from '../../pages/page';
import { Categories } from '../../persistence/categories';
import { FollowLinks } from '../../persistence/follow-links';
import { ReadPlaceNames } from '../../persistence/place-names';
import { ReadRepairs } from '../../persistence/read-repairs';
import type { RepairRequest } from '../../persistence/repair-request.entity';

/** What the QR code on a receipt opens, and where somebody is taken who reported without an account. */
@Controller('follow')
export class OpenFollowPageController {
  constructor(
    private readonly links: FollowLinks,
    private readonly repairs: ReadRepairs,
    private readonly categories: Categories,
    private readonly places: ReadPlaceNames,
  ) {}

  @Get(':token')
  @Operation('tickets.openFollowPage', { summary: { zh: '报修进度网页', en: 'What becomes of a repair request, as a page' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('token') token: string, @Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const id = this.links.requestOf(token);
    const request = id && (await this.repairs.followed(id));
    if (!request && !opensPages(accept)) throw ticketErrors.unknown();
    await reply
      .status(request ? 200 : 404)
      .headers(pageHeaders)
      .send(request ? await this.pageOf(request) : deadEnd({ zh: '链接无效', en: 'This link is not valid' }, { zh: '请检查链接，或向客服说出报修编号。', en: 'Check the link, or tell the office the number of the report.' }));
  }

  private async pageOf({ number, state, category: code, locationId, siteId, recordedAt, changedAt }: RepairRequest): Promise<string> {
    const [category, { timeZone }] = await Promise.all([this.categories.find(code), this.places.of(locationId, siteId)]);
    return followPage({ number, status: stateNames[state], category: category?.name ?? { zh: code, en: code }, reportedAt: recordedAt, changedAt, timeZone });
  }
}
