import { Text } from '@property-office/service-kit';
import { NoticeContentDto } from '../notice-content.dto';

export class CorrectNoticeDto extends NoticeContentDto {
  @Text({ label: { zh: '更正说明', en: 'what changed' }, max: 500, multiline: true })
  whatChanged!: string;
}
