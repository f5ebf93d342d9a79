import { ActFields, Id, Nested, Text, WholeNumber } from '@property-office/service-kit';

export class UsedStandardAnswerDto {
  @Id({ label: { zh: '标准答复', en: 'standard answer' } })
  id!: string;

  @WholeNumber({ label: { zh: '版本', en: 'version' }, min: 1, max: 1_000_000 })
  version!: number;
}

export class AnswerContactDto extends ActFields {
  @Text({
    label: { zh: '答复内容', en: 'answer' },
    max: 2000,
    multiline: true,
    optional: true,
    description: '留空则使用标准答复的原文 / Left out: the words of the standard answer',
  })
  answer?: string;

  @Nested(() => UsedStandardAnswerDto, { label: { zh: '标准答复', en: 'standard answer' }, optional: true })
  standardAnswer?: UsedStandardAnswerDto;

  @Id({
    label: { zh: '事由', en: 'cause' },
    optional: true,
    description: '自行答复时，属于哪条标准答复的事项；用于统计主要原因 / Of an answer in own words: which standard answer is of the same matter; the largest causes count it',
  })
  causeId?: string;

  @Text({ label: { zh: '客服摘要', en: "agent's summary" }, max: 1000, multiline: true, optional: true })
  summary?: string;
}
