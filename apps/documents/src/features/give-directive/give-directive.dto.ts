import type { Role } from '@property-office/contracts';
import { ActFields, Id, Ids, Instant, SomeOf, Text } from '@property-office/service-kit';
import { staffRoles } from '../../domain/office';

/** What a directive says, to whom, and by when they acknowledge it. */
export class DirectiveContentDto extends ActFields {
  @Text({ label: { zh: '标题', en: 'title' }, max: 300 })
  title!: string;

  @Text({ label: { zh: '指示内容', en: 'text' }, max: 20_000, multiline: true })
  text!: string;

  @Text({ label: { zh: '发出单位', en: 'authority' }, max: 200, optional: true, description: '转达公司或主管部门的指示时填写 / Whose directive is passed on' })
  authority?: string;

  @Ids({ label: { zh: '接收人', en: 'addressees' }, max: 200, optional: true })
  addresseeIds?: string[];

  @SomeOf(staffRoles, { label: { zh: '接收岗位', en: 'roles' }, optional: true, description: '当前担任该岗位的人 / Whoever holds the role on the site today' })
  roles?: Role[];

  @Instant({ label: { zh: '确认期限', en: 'date to acknowledge by' } })
  acknowledgeBy!: Date;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 20, optional: true })
  attachmentIds?: string[];
}

export class GiveDirectiveDto extends DirectiveContentDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;
}
