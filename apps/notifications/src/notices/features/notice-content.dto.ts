import { audienceScopes, noticeChannels, roles, type AudienceScope, type NoticeChannel, type Role } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, Instant, Nested, NestedList, OneOf, SomeOf, Text, WholeNumber } from '@property-office/service-kit';

export class NoticeTextDto {
  @Text({ label: { zh: '标题', en: 'title' }, max: 100 })
  title!: string;

  @Text({ label: { zh: '正文', en: 'text' }, max: 5000, multiline: true })
  body!: string;
}

/** `placeId` with a building, entrance or home; `role` with a role; neither with the whole site. */
export class AudienceTargetDto {
  @OneOf(audienceScopes, { label: { zh: '发布范围', en: 'scope' } })
  scope!: AudienceScope;

  @Id({ label: { zh: '楼栋、单元或房屋', en: 'building, entrance or home' }, optional: true })
  placeId?: string;

  @OneOf(roles, { label: { zh: '岗位', en: 'role' }, optional: true })
  role?: Role;
}

/** All of a notice that somebody writes and another approves; its kind is chosen once. */
export class NoticeContentDto extends ActFields {
  @Nested(() => NoticeTextDto, { label: { zh: '中文内容', en: 'Chinese text' } })
  zh!: NoticeTextDto;

  @Nested(() => NoticeTextDto, { label: { zh: '英文内容', en: 'English text' }, optional: true })
  en?: NoticeTextDto;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];

  @NestedList(() => AudienceTargetDto, { label: { zh: '发布对象', en: 'audience' }, min: 1, max: 50 })
  audience!: AudienceTargetDto[];

  /** Left out: all that are designated for its kind on the site. */
  @SomeOf(noticeChannels, { label: { zh: '发布渠道', en: 'channels' }, min: 1, optional: true })
  channels?: NoticeChannel[];

  @Flag({ label: { zh: '公开展示（无需登录）', en: 'public, without signing in' }, optional: true })
  onPublicBoard?: boolean;

  @Instant({ label: { zh: '有效期至', en: 'end of its validity' }, optional: true })
  validUntil?: Date;

  @Flag({ label: { zh: '需要确认收到', en: 'acknowledgement asked for' }, optional: true })
  acknowledge?: boolean;

  @WholeNumber({ label: { zh: '未读提醒（发布后小时数）', en: 'reminder of the unread, hours after the release' }, min: 1, max: 168, optional: true })
  remindAfterHours?: number;
}
