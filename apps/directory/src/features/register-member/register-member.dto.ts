import { Instant, OneOf, Phone, Text } from '@property-office/service-kit';
import { SpanFields } from '../span.dto';

/** Whom an owner takes in; another owner only the office registers. */
export const memberKinds = ['tenant', 'family'] as const;

export class RegisterMemberDto extends SpanFields {
  @Text({ label: { zh: '姓名', en: 'name' }, max: 100 })
  name!: string;

  @Phone({
    label: { zh: '手机号', en: 'telephone number' },
    optional: true,
    description: 'They sign in by it; left out for who has none',
  })
  phone?: string;

  @OneOf(memberKinds, { label: { zh: '与房屋的关系', en: 'kind of tie' } })
  kind!: (typeof memberKinds)[number];

  @Instant({
    label: { zh: '到期时间', en: 'end' },
    optional: true,
    description: 'Needed from an owner; the office may leave it open',
  })
  override until?: Date;
}
