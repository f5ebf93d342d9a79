import { ActFields, Instant } from '@property-office/service-kit';

export class ExtendLoanDto extends ActFields {
  @Instant({ label: { zh: '新的归还日期', en: 'new date of return' } })
  dueAt!: Date;
}
