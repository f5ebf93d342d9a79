import { Instant } from '@property-office/service-kit';

/** From–to of what begins. */
export class SpanFields {
  @Instant({ label: { zh: '开始时间', en: 'beginning' }, optional: true, description: 'Now unless given' })
  from?: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' }, optional: true, description: 'Open unless given' })
  until?: Date;
}

export class EndDto {
  @Instant({
    label: { zh: '结束时间', en: 'end' },
    optional: true,
    description: 'Now unless given; may lie ahead or behind',
  })
  until?: Date;
}
