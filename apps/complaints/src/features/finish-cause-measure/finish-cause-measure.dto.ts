import { ActFields, Text } from '@property-office/service-kit';

export class FinishCauseMeasureDto extends ActFields {
  @Text({ label: { zh: '落实情况', en: 'what was done' }, max: 2000, multiline: true })
  done!: string;
}
