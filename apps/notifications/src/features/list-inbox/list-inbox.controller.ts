import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, languageOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { Inbox } from '../../persistence/inbox';
import { NotificationView, viewOf } from '../notification.view';

export class ListInboxQuery extends PageQuery {
  @QueryFlag({ label: { zh: '只看未读', en: 'unread only' }, optional: true })
  unread?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class NotificationPage {
  @ApiProperty({ type: [NotificationView] })
  items!: NotificationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/inbox')
export class ListInboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Operation('notifications.listInbox', {
    summary: { zh: '我的通知', en: 'My notifications' },
    description: { zh: 'q 可为通知中的词（中文或英文）、编号或标题。', en: 'q takes words of what was said, in Chinese or English, a number or a title.' },
    ok: 200,
    okBody: NotificationPage,
  })
  async list(
    @Query() query: ListInboxQuery,
    @Acting() { personId }: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Page<NotificationView>> {
    const page = await this.inbox.page(personId, query);
    return { items: page.items.map((entry) => viewOf(entry, languageOf(language))), nextCursor: page.nextCursor };
  }
}
