import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { byWhen, CaseLinks, sendReceipt } from '@property-office/receipts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { overStates } from '../../domain/complaint-states';
import { complaintErrors } from '../../domain/errors';
import { Places } from '../../persistence/places';
import { ReadComplaints } from '../../persistence/read-complaints';
import { complaintReceipt } from '../../printing/case-receipts';
import { ComplaintViews } from '../complaint-views';

@Controller('api/complaints')
export class PrintComplaintReceiptController {
  constructor(
    private readonly complaints: ReadComplaints,
    private readonly views: ComplaintViews,
    private readonly places: Places,
    private readonly links: CaseLinks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':id/receipt')
  @Operation('complaints.printComplaintReceipt', { summary: { zh: '打印投诉回执（大字）', en: 'The receipt of a complaint in large type' }, ok: 200 })
  @ApiOkResponse({ description: 'A5', content: { 'text/html': { schema: { type: 'string' } } } })
  async print(@PathId() id: string, @Acting() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const complaint = await this.complaints.one(principal, id, 'complaints.printComplaintReceipt');
    if (!complaint) throw complaintErrors.unknown();
    const [words, names, promises] = await Promise.all([
      this.views.wordsFor(principal, complaint),
      this.places.namesOf(complaint.placeId, complaint.siteId),
      this.views.promisesOf(complaint),
    ]);
    const by = byWhen({ isOver: overStates.includes(complaint.state), promises }, 'solved', 'reply');
    const url = `${originOf(request, this.configuration.http.publicUrl)}/follow/cases/${this.links.tokenOf(id)}`;
    await sendReceipt(reply, complaintReceipt(complaint, words, { ...names, by, url }));
  }
}
