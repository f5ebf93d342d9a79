import { ApiProperty } from '@nestjs/swagger';
import type { Localized } from '@property-office/kernel';
import { repairNotices, titleOf } from '../domain/notices';
import type { InboxEntry } from '../persistence/inbox';

export class NotificationSubjectView {
  @ApiProperty({ enum: ['repair-request', 'work-order', 'webhook', 'contact', 'phone-note', 'visitor', 'complaint', 'suggestion', 'mail-item', 'incoming-document', 'outgoing-document', 'directive', 'print-job', 'notice', 'notice-task', 'person'] })
  type!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class NotificationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: Object.keys(repairNotices) })
  kind!: string;

  @ApiProperty({ description: 'In the language asked for / 按请求语言' })
  title!: string;

  @ApiProperty({ type: NotificationSubjectView })
  subject!: NotificationSubjectView;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;
}

export function viewOf(entry: InboxEntry, language: keyof Localized): NotificationView {
  return {
    id: entry.id,
    kind: entry.kind,
    title: titleOf(entry.kind, entry.data, language),
    subject: { type: entry.subjectType, id: entry.subjectId },
    happenedAt: entry.happenedAt.toISOString(),
    recordedAt: entry.recordedAt.toISOString(),
    readAt: entry.readAt?.toISOString() ?? null,
  };
}
