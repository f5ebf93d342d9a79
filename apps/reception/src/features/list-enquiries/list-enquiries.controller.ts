import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PageQuery, Text } from '@property-office/service-kit';
import { ReadContacts } from '../../persistence/read-contacts';
import { ReadEnquiries } from '../../persistence/read-enquiries';
import { EnquiryView, enquiryViewOf } from '../enquiry.view';

export class ListEnquiriesQuery extends PageQuery {
  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Number, or words that were written or answered' })
  q?: string;
}

export class EnquiryPage {
  @ApiProperty({ type: [EnquiryView] })
  items!: EnquiryView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/enquiries')
export class ListEnquiriesController {
  constructor(
    private readonly enquiries: ReadEnquiries,
    private readonly contacts: ReadContacts,
  ) {}

  @Get()
  @Operation('reception.listEnquiries', { summary: { zh: '我的在线咨询', en: 'List my enquiries' }, ok: 200, okBody: EnquiryPage })
  async list(@Query() query: ListEnquiriesQuery, @Acting() principal: Principal): Promise<EnquiryPage> {
    const { items, nextCursor } = await this.enquiries.page(principal, query);
    const numbers = await this.contacts.numbersOf(items);
    return { items: items.map((contact) => enquiryViewOf(contact, numbers.get(contact.convertedId ?? '') ?? null)), nextCursor };
  }
}
