import { Id } from '@property-office/service-kit';
import { AnswerTextsDto } from '../answer-texts.dto';

export class WriteStandardAnswerDto extends AnswerTextsDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;
}
