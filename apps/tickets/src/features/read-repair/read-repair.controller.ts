import { Controller, Get, Header } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { goesOnView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { RepairRequestDetailView } from './repair-request-detail.view';
import { ReadRepairs } from '../../persistence/read-repairs';
import { ticketErrors } from '../../domain/errors';
import { repairPromises } from '../../domain/repair-promises';

@Controller('api/repair-requests')
export class ReadRepairController {
  constructor(
    private readonly repairs: ReadRepairs,
    private readonly links: AttachmentLinks,
    private readonly views: RepairViews,
    private readonly promises: ReadPromises,
  ) {}

  /** Not kept by browsers: the links in it are good for five minutes only, while its version may stay the same for days. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('tickets.readRepair', {
    summary: { zh: '查看报修', en: 'Read a repair request' },
    ok: 200,
    okBody: RepairRequestDetailView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<RepairRequestDetailView>> {
    const request = await this.repairs.one(principal, id);
    if (!request) throw ticketErrors.unknown();
    const attachments = request.attachmentIds.map((attachmentId) => this.links.linkTo(attachmentId));
    const { siteId, episode, repairClass } = request;
    const promises = await this.promises.of({ aggregateId: id, siteId, episode, class: repairClass, promises: repairPromises });
    const [doubles, goesOn] = await Promise.all([this.repairs.doublesOf(id), this.repairs.goesOnFor(request)]);
    const mergedInto = goesOn && { id: goesOn.id, ...goesOnView(goesOn) };
    return ok({ ...this.views.readBy(principal, request), mergedInto, attachments, doubles, promises }, request.version);
  }
}
