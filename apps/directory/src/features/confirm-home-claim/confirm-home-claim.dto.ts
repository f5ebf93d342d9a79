import { Id } from '@property-office/service-kit';
import { SpanFields } from '../span.dto';

export class ConfirmHomeClaimDto extends SpanFields {
  @Id({
    label: { zh: '房屋', en: 'home' },
    optional: true,
    description: 'By the office: which home is meant, where the words do not say / 由客服指定',
  })
  homeId?: string;
}
