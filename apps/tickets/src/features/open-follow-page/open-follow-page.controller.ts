import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Operation, pageHeaders, ShowsPage } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { stateNames } from '../../domain/repair-states';
import { followPage } from '../../pages/follow-page';
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
  @ShowsPage()
  @Operation('tickets.openFollowPage', { summary: { zh: '报修进度网页', en: 'What becomes of a repair request, as a page' }, public: true, ok: 200 })
  @ApiOkResponse({ description: 'HTML', content: { 'text/html': { schema: { type: 'string' } } } })
  async open(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const id = this.links.requestOf(token);
    const request = id && (await this.repairs.followed(id));
    if (!request) throw ticketErrors.unknown();
    await reply.headers(pageHeaders).send(await this.pageOf(request));
  }

  private async pageOf({ number, state, category: code, locationId, siteId, recordedAt, changedAt }: RepairRequest): Promise<string> {
    const [category, { timeZone }] = await Promise.all([this.categories.find(code), this.places.of(locationId, siteId)]);
    return followPage({ number, status: stateNames[state], category: category?.name ?? { zh: code, en: code }, reportedAt: recordedAt, changedAt, timeZone });
  }
}
