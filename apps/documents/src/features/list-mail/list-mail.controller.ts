import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { mailKinds, type MailKind, type Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { mailStates, type MailState } from '../../domain/mail-states';
import { ReadMail } from '../../persistence/read-mail';
import { MailView, mailView } from '../mail.view';

export class ListMailQuery extends PageQuery {
  @OneOf(mailStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: MailState;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(mailKinds, { label: { zh: '邮件类型', en: 'kind of mail' }, optional: true })
  kind?: MailKind;

  @Id({ label: { zh: '收件人', en: 'addressee' }, optional: true })
  addresseeId?: string;

  @QueryFlag({ label: { zh: '公务邮件', en: 'official' }, optional: true })
  official?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class MailPage {
  @ApiProperty({ type: [MailView] })
  items!: MailView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/mail')
export class ListMailController {
  constructor(private readonly mail: ReadMail) {}

  @Get()
  @Operation('documents.listMail', { summary: { zh: '邮件列表', en: 'List mail' }, ok: 200, okBody: MailPage })
  async list(@Query() query: ListMailQuery, @Acting() principal: Principal): Promise<Page<MailView>> {
    const page = await this.mail.page(principal, query);
    return { items: page.items.map(mailView), nextCursor: page.nextCursor };
  }
}
