import { Controller, Get, Header } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { ReadComplaints } from '../../persistence/read-complaints';
import { ComplaintDetailView } from '../complaint-detail.view';
import { ComplaintViews } from '../complaint-views';

@Controller('api/complaints')
export class ReadComplaintController {
  constructor(
    private readonly complaints: ReadComplaints,
    private readonly views: ComplaintViews,
  ) {}

  /** Not kept by browsers: the links in it are good for five minutes only. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('complaints.readComplaint', { summary: { zh: '查看投诉', en: 'Read a complaint' }, ok: 200, okBody: ComplaintDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<ComplaintDetailView>> {
    const complaint = await this.complaints.one(principal, id);
    if (!complaint) throw complaintErrors.unknown();
    return ok(await this.views.detail(principal, complaint), complaint.version);
  }
}
