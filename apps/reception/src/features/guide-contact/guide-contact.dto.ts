import { ActFields, Flag, Text } from '@property-office/service-kit';

export class GuideContactDto extends ActFields {
  @Text({ label: { zh: '去哪里办理', en: 'place to turn to' }, max: 200 })
  whereTo!: string;

  @Flag({ label: { zh: '已告知来电人', en: 'caller was told' } })
  callerTold!: boolean;

  @Text({ label: { zh: '客服摘要', en: "agent's summary" }, max: 1000, multiline: true, optional: true })
  summary?: string;
}
