import { outgoingKinds, type OutgoingKind } from '@property-office/contracts';
import { ActFields, Id, Instant, OneOf, Text, WholeNumber } from '@property-office/service-kit';

export class SetTemplateDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(outgoingKinds, { label: { zh: '文种', en: 'kind' } })
  kind!: OutgoingKind;

  @Text({ label: { zh: '标题', en: 'title' }, max: 300, description: '〈〉内为须填写的内容 / 〈〉: to be filled in' })
  title!: string;

  @Text({ label: { zh: '正文', en: 'text' }, max: 50_000, multiline: true })
  body!: string;

  @WholeNumber({ label: { zh: '替换的版本', en: 'version it takes the place of' }, min: 0, max: 1_000_000, description: '本单位最后一版；尚未自拟时为 0 / The last one the office wrote; 0 where there is none' })
  replaces!: number;

  @Instant({ label: { zh: '生效时间', en: 'from when' }, optional: true, description: '不填为立即生效 / Left out: at once' })
  effectiveFrom?: Date;
}
