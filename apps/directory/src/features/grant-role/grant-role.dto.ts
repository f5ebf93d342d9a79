import { Id, OneOf } from '@property-office/service-kit';
import { grantableRoles, type GrantableRole } from '../../domain/role-authority';
import { SpanFields } from '../span.dto';

export class GrantRoleDto extends SpanFields {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @OneOf(grantableRoles, { label: { zh: '角色', en: 'role' } })
  role!: GrantableRole;

  @Id({
    label: { zh: '项目', en: 'site' },
    optional: true,
    description: 'Left out: in the whole company / 不填表示全公司',
  })
  siteId?: string;
}
