import { noticeChannels, noticeKinds, type NoticeChannel, type NoticeKind } from '@property-office/contracts';
import { ActFields, Id, NestedList, OneOf, SomeOf, Text } from '@property-office/service-kit';

export class PostingPlaceDto {
  @Text({ label: { zh: '群名或公告栏名', en: 'name of the group or board' }, max: 50 })
  name!: string;

  @Id({ label: { zh: '张贴人', en: 'poster' } })
  posterId!: string;
}

export class SetChannelsDto extends ActFields {
  @OneOf(noticeKinds, { label: { zh: '公告类别', en: 'kind of notice' } })
  kind!: NoticeKind;

  @SomeOf(noticeChannels, { label: { zh: '指定渠道', en: 'designated channels' }, min: 1 })
  channels!: NoticeChannel[];

  @NestedList(() => PostingPlaceDto, { label: { zh: '业主群', en: 'chat groups' }, max: 20, optional: true })
  chatGroups?: PostingPlaceDto[];

  @NestedList(() => PostingPlaceDto, { label: { zh: '纸质公告栏', en: 'paper boards' }, max: 50, optional: true })
  paperBoards?: PostingPlaceDto[];
}
