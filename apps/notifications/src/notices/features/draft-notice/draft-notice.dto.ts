import { noticeKinds, type NoticeKind } from '@property-office/contracts';
import { Id, OneOf } from '@property-office/service-kit';
import { NoticeContentDto } from '../notice-content.dto';

export class DraftNoticeDto extends NoticeContentDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(noticeKinds, { label: { zh: '公告类别', en: 'kind of notice' } })
  kind!: NoticeKind;
}
