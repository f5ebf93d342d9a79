import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadContacts } from '../../persistence/read-contacts';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { ListContactsQuery } from './list-contacts.query';

export class ContactPage {
  @ApiProperty({ type: [ContactView] })
  items!: ContactView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/contacts')
export class ListContactsController {
  constructor(
    private readonly contacts: ReadContacts,
    private readonly views: ContactViews,
  ) {}

  @Get()
  @Operation('reception.listContacts', {
    summary: { zh: '来电来访列表', en: 'List contacts' },
    description: {
      zh: 'q 可为原话或摘要中的词、编号、完整的电话号码，或来电人自报的全名（汉字或拼音）；已登记住户请先查找来电人，再按 personId 筛选。',
      en: 'q takes words of what was said, a number of ours, a whole telephone number, or the whole name a caller told (or its pinyin). For a registered resident search who calls, then filter by personId.',
    },
    ok: 200,
    okBody: ContactPage,
  })
  async list(@Query() query: ListContactsQuery, @Acting() principal: Principal): Promise<ContactPage> {
    const { items, nextCursor } = await this.contacts.page(principal, query);
    const numbers = await this.contacts.numbersOf(items);
    return { items: items.map((contact) => this.views.masked(contact, numbers.get(contact.convertedId ?? '') ?? null)), nextCursor };
  }
}
