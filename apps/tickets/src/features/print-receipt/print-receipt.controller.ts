import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { stateNames } from '../../domain/repair-states';
import { Categories } from '../../persistence/categories';
import { FollowLinks } from '../../persistence/follow-links';
import { ReadPlaceNames } from '../../persistence/place-names';
import { ReadRepairs } from '../../persistence/read-repairs';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { receiptPage, type Receipt } from '../../printing/receipt';

@Controller('api/repair-requests')
export class PrintReceiptController {
  constructor(
    private readonly repairs: ReadRepairs,
    private readonly categories: Categories,
    private readonly places: ReadPlaceNames,
    private readonly links: FollowLinks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':id/receipt')
  @Operation('tickets.printReceipt', {
    summary: { zh: '打印报修回执（大字）', en: 'The receipt of a repair request in large type' },
    ok: 200,
  })
  @ApiOkResponse({ description: 'A5', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(
    @PathId() id: string,
    @Acting() principal: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const repair = await this.repairs.one(principal, id, 'tickets.printReceipt');
    if (!repair) throw ticketErrors.unknown();
    const origin = originOf(request, this.configuration.http.publicUrl);
    const page = receiptPage(await this.receiptOf(repair, origin));
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
  }

  private async receiptOf(repair: RepairRequest, origin: string): Promise<Receipt> {
    const { number, description, preferredFrom, preferredTo } = repair;
    const category = await this.categories.find(repair.category);
    return {
      number,
      description,
      category: category?.name ?? { zh: repair.category, en: repair.category },
      status: stateNames[repair.state],
      reportedAt: repair.happenedAt,
      preferredWindow: preferredFrom && preferredTo ? { from: preferredFrom, to: preferredTo } : null,
      ...(await this.places.of(repair.locationId, repair.siteId)),
      url: `${origin}/follow/${this.links.tokenOf(repair.id)}`,
    };
  }
}
