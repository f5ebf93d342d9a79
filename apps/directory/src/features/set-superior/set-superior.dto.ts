import { Id } from '@property-office/service-kit';
import { SpanFields } from '../span.dto';

export class SetSuperiorDto extends SpanFields {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @Id({ label: { zh: '上级', en: 'superior' } })
  superiorId!: string;
}
