import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { noticeKinds } from '@property-office/contracts';
import { Operation } from '@property-office/service-kit';
import { noticeTemplates } from '../../domain/templates';
import { NoticeTextView } from '../notice.view';

export class NoticeTemplateView {
  @ApiProperty()
  code!: string;

  @ApiProperty({ enum: noticeKinds })
  kind!: string;

  @ApiProperty({ description: 'May be released at night by the duty officer / 可用于夜间通道' })
  night!: boolean;

  @ApiProperty({ type: NoticeTextView, description: '{place} {from} {until}' })
  zh!: NoticeTextView;

  @ApiProperty({ type: NoticeTextView })
  en!: NoticeTextView;
}

export class NoticeTemplateList {
  @ApiProperty({ type: [NoticeTemplateView] })
  items!: NoticeTemplateView[];
}

@Controller('api/notice-templates')
export class ListTemplatesController {
  @Get()
  @Operation('notifications.listNoticeTemplates', { summary: { zh: '公告模板', en: 'Templates of notices' }, ok: 200, okBody: NoticeTemplateList })
  list(): NoticeTemplateList {
    return { items: [...noticeTemplates] };
  }
}
