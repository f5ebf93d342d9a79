import { Text } from '@property-office/service-kit';
import { OpinionDto } from '../opinion.dto';

export class SignOutgoingDto extends OpinionDto {
  @Text({ label: { zh: '所读文稿的散列值', en: 'hash of the text that was read' }, max: 64, min: 64, description: 'textHash of the document as it was read / 阅读时的 textHash' })
  textHash!: string;
}
