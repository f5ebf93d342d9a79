import { Id } from '@property-office/service-kit';
import { SpanFields } from '../span.dto';

export class RecordAbsenceDto extends SpanFields {
  @Id({ label: { zh: '人员', en: 'person' }, optional: true, description: 'Oneself unless given / 不填表示本人' })
  personId?: string;
}
