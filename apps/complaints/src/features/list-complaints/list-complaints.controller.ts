import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadComplaints } from '../../persistence/read-complaints';
import { ComplaintView } from '../complaint.view';
import { ComplaintViews } from '../complaint-views';
import { ListComplaintsQuery } from './list-complaints.query';

export class ComplaintPage {
  @ApiProperty({ type: [ComplaintView] })
  items!: ComplaintView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/complaints')
export class ListComplaintsController {
  constructor(
    private readonly complaints: ReadComplaints,
    private readonly views: ComplaintViews,
  ) {}

  @Get()
  @Operation('complaints.listComplaints', { summary: { zh: '投诉列表', en: 'List complaints' }, ok: 200, okBody: ComplaintPage })
  async list(@Query() query: ListComplaintsQuery, @Acting() principal: Principal): Promise<Page<ComplaintView>> {
    const page = await this.complaints.page(principal, query);
    return { items: await this.views.list(principal, page.items), nextCursor: page.nextCursor };
  }
}
