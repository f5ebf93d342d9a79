import { Text } from '@property-office/service-kit';
import { DocumentFieldsDto } from '../register-document/register-document.dto';

/** Nothing has to be given: sender, time, number and attachments are those of the mail. */
export class ConvertMailDto extends DocumentFieldsDto {
  @Text({ label: { zh: '标题', en: 'title' }, max: 300, optional: true, description: '不填为邮件主题，没有主题则必填 / Left out: the subject of the mail; without one it is asked for' })
  title?: string;
}
