import { AskedPrincipalDto } from '@property-office/backbone';
import type { CaseVisibilityAsked } from '@property-office/contracts';
import { Id, Nested } from '@property-office/service-kit';

export class VisibilityDto implements CaseVisibilityAsked {
  @Id({ label: { zh: '案件', en: 'case' } })
  caseId!: string;

  @Nested(() => AskedPrincipalDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: AskedPrincipalDto;
}
