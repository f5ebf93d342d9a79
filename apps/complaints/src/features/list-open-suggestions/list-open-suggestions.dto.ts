import type { OpenSuggestionsOf } from '@property-office/contracts';
import { Id, Nested } from '@property-office/service-kit';
import { PrincipalAskedDto } from '../read-visibility/read-visibility.dto';

export class OpenSuggestionsDto implements OpenSuggestionsOf {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Id({ label: { zh: '来电人', en: 'caller' } })
  makerId!: string;

  @Nested(() => PrincipalAskedDto, { label: { zh: '查看人', en: 'reader' } })
  principal!: PrincipalAskedDto;
}
