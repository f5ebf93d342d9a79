import { livingFileSubjects, type LivingFileSubject } from '@property-office/contracts';
import { ActFields, OneOf, Text } from '@property-office/service-kit';

export class RetireRequiredPaperDto extends ActFields {
  @OneOf(livingFileSubjects, { label: { zh: '一户一档还是一机一档', en: 'home or device, which of them' } })
  subject!: LivingFileSubject;

  @Text({ label: { zh: '材料类别', en: 'kind of paper' }, max: 50, example: 'manual' })
  paper!: string;

  @Text({ label: { zh: '原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;
}
