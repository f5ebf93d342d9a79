import { AskedPrincipalDto } from '@property-office/backbone';
import type { OpenComplaintsOf } from '@property-office/contracts';
import { Id, Nested } from '@property-office/service-kit';

export class OpenComplaintsDto implements OpenComplaintsOf {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Id({ label: { zh: '来电人', en: 'caller' } })
  complainantId!: string;

  @Nested(() => AskedPrincipalDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: AskedPrincipalDto;
}
