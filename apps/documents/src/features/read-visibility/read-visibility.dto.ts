import { delegationKinds, roles as allRoles, type DelegationKind, type DocumentVisibilityAsked, type Role } from '@property-office/contracts';
import { Id, Ids, Nested, NestedList, OneOf } from '@property-office/service-kit';

export class ReaderGrantDto {
  @OneOf(allRoles, { label: { zh: '角色', en: 'role' } })
  role!: Role;

  /** Left out: on every site. */
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class ReaderDeputyshipDto {
  @Id({ label: { zh: '被代理人', en: 'person who is away' } })
  forPersonId!: string;

  @OneOf(delegationKinds, { label: { zh: '代理事项', en: 'kind of delegation' } })
  kind!: DelegationKind;

  @NestedList(() => ReaderGrantDto, { label: { zh: '角色', en: 'roles' }, max: 500 })
  roles!: ReaderGrantDto[];
}

export class ReaderAskedDto {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @NestedList(() => ReaderGrantDto, { label: { zh: '角色', en: 'roles' }, max: 500 })
  roles!: ReaderGrantDto[];

  @NestedList(() => ReaderDeputyshipDto, { label: { zh: '代理', en: 'deputyships' }, max: 100 })
  deputyships!: ReaderDeputyshipDto[];

  @Ids({ label: { zh: '班组', en: 'crews' }, max: 200 })
  crews!: string[];

  @Ids({ label: { zh: '房屋', en: 'homes' }, max: 500 })
  homes!: string[];
}

export class DocumentVisibilityDto implements DocumentVisibilityAsked {
  @Id({ label: { zh: '收文', en: 'document' } })
  documentId!: string;

  @Nested(() => ReaderAskedDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: ReaderAskedDto;
}
