import { ActFields, Nested, Text } from '@property-office/service-kit';
import type { AnswerTexts } from '../persistence/standard-answers';

export class AnswerTitleDto {
  @Text({ label: { zh: '标题', en: 'Chinese title' }, max: 100 })
  zh!: string;

  @Text({ label: { zh: '英文标题', en: 'English title' }, max: 200, optional: true })
  en?: string;
}

export class AnswerTextDto {
  @Text({ label: { zh: '答复内容', en: 'Chinese text' }, max: 2000, multiline: true })
  zh!: string;

  @Text({ label: { zh: '英文答复内容', en: 'English text' }, max: 2000, multiline: true, optional: true })
  en?: string;
}

/** What is written into a standard answer. */
export class AnswerTextsDto extends ActFields {
  @Nested(() => AnswerTitleDto, { label: { zh: '标题', en: 'title' } })
  title!: AnswerTitleDto;

  @Nested(() => AnswerTextDto, { label: { zh: '答复内容', en: 'text' } })
  text!: AnswerTextDto;
}

export function textsIn({ title, text }: AnswerTextsDto): AnswerTexts {
  return { titleZh: title.zh, titleEn: title.en ?? null, textZh: text.zh, textEn: text.en ?? null };
}
