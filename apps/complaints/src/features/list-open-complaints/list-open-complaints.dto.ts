import type { OpenComplaintsOf } from '@property-office/contracts';
import { Id, Nested } from '@property-office/service-kit';
import { PrincipalAskedDto } from '../read-visibility/read-visibility.dto';

export class OpenComplaintsDto implements OpenComplaintsOf {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Id({ label: { zh: '来电人', en: 'caller' } })
  complainantId!: string;

  @Nested(() => PrincipalAskedDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: PrincipalAskedDto;
}
