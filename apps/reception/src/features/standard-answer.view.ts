import { ApiProperty } from '@nestjs/swagger';
import type { StandardAnswer } from '../persistence/standard-answer.entity';

export class AnswerWordsView {
  @ApiProperty()
  zh!: string;

  @ApiProperty({ type: String, nullable: true })
  en!: string | null;
}

/** A standard answer as the API shows it. */
export class StandardAnswerView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: AnswerWordsView })
  title!: AnswerWordsView;

  @ApiProperty({ type: AnswerWordsView })
  text!: AnswerWordsView;

  @ApiProperty({ description: 'Named when it is used / 使用时引用的版本' })
  textVersion!: number;

  @ApiProperty({ description: 'Not offered any more / 已停用' })
  retired!: boolean;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function standardAnswerView(answer: StandardAnswer): StandardAnswerView {
  return {
    id: answer.id,
    siteId: answer.siteId,
    title: { zh: answer.titleZh, en: answer.titleEn },
    text: { zh: answer.textZh, en: answer.textEn },
    textVersion: answer.textVersion,
    retired: answer.retired,
    recordedAt: answer.recordedAt.toISOString(),
    changedAt: answer.changedAt.toISOString(),
    version: answer.version,
  };
}
