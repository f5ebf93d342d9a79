import { Text } from '@property-office/service-kit';
import { DifferencesDto } from '../differences.dto';

export class ReturnExplanationsDto extends DifferencesDto {
  @Text({ label: { zh: '退回原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;
}
