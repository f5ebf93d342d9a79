import { ActFields, Text } from '@property-office/service-kit';

export class WithdrawStocktakeDto extends ActFields {
  @Text({ label: { zh: '原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;
}
