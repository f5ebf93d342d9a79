import { tieKinds, type TieKind } from '@property-office/contracts';
import { Id, OneOf } from '@property-office/service-kit';
import { SpanFields } from '../span.dto';

export class TieHomeDto extends SpanFields {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @Id({ label: { zh: '房屋', en: 'home' } })
  homeId!: string;

  @OneOf(tieKinds, { label: { zh: '关系', en: 'kind of tie' } })
  kind!: TieKind;
}
