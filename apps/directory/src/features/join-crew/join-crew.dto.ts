import { Flag, Id } from '@property-office/service-kit';
import { SpanFields } from '../span.dto';

export class JoinCrewDto extends SpanFields {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @Flag({ label: { zh: '班长', en: 'leads the crew' }, optional: true })
  lead?: boolean;
}
