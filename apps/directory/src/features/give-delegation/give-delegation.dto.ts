import { delegationKinds, type DelegationKind, type DeputyOrder } from '@property-office/contracts';
import { Id, Instant, OneOf, WholeNumber } from '@property-office/service-kit';

export class GiveDelegationDto {
  @Id({
    label: { zh: '授权人', en: 'person' },
    optional: true,
    description: 'Whose matters they are; oneself unless given / 不填表示本人',
  })
  fromPersonId?: string;

  @Id({ label: { zh: '代理人', en: 'deputy' } })
  toPersonId!: string;

  @OneOf(delegationKinds, { label: { zh: '类别', en: 'kind' } })
  kind!: DelegationKind;

  @WholeNumber({ label: { zh: '顺序', en: 'order' }, min: 1, max: 2 })
  order!: DeputyOrder;

  @Instant({ label: { zh: '开始时间', en: 'beginning' }, optional: true, description: 'Now unless given' })
  from?: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' } })
  until!: Date;
}
