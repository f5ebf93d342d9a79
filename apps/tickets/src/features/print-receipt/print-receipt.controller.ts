import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import { byWhen, CaseLinks, sendReceipt, type Receipt } from '@property-office/receipts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { repairPromises } from '../../domain/repair-promises';
import { isAtWork, stateNames } from '../../domain/repair-states';
import { Categories } from '../../persistence/categories';
import { ReadPlaceNames } from '../../persistence/place-names';
import { ReadRepairs } from '../../persistence/read-repairs';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { repairReceipt } from '../../printing/repair-receipt';

@Controller('api/repair-requests')
export class PrintReceiptController {
  constructor(
    private readonly repairs: ReadRepairs,
    private readonly categories: Categories,
    private readonly places: ReadPlaceNames,
    private readonly promises: ReadPromises,
    private readonly links: CaseLinks,
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
    await sendReceipt(reply, await this.receiptOf(repair, originOf(request, this.configuration.http.publicUrl)));
  }

  private async receiptOf(repair: RepairRequest, origin: string): Promise<Receipt> {
    const { id, siteId, locationId, episode, repairClass } = repair;
    const [category, goesOn, names, promises] = await Promise.all([
      this.categories.find(repair.category),
      this.repairs.goesOnFor(repair),
      this.places.of(locationId, siteId),
      this.promises.of({ aggregateId: id, siteId, episode, class: repairClass, promises: repairPromises }),
    ]);
    return repairReceipt(repair, {
      ...names,
      category: category?.name ?? { zh: repair.category, en: repair.category },
      mergedInto: goesOn && { number: goesOn.number, status: stateNames[goesOn.state] },
      by: byWhen({ isOver: !isAtWork(repair.state), promises }, 'done', 'plan', 'on-site'),
      url: `${origin}/follow/${this.links.tokenOf(id)}`,
    });
  }
}
