import { loanForms, type LoanForm } from '@property-office/contracts';
import { ActFields, Id, Instant, OneOf, Text } from '@property-office/service-kit';

export class AskLoanDto extends ActFields {
  @Id({ label: { zh: '档案', en: 'record' } })
  recordId!: string;

  @OneOf(loanForms, { label: { zh: '借阅方式', en: 'form of the loan' }, description: '纸质、电子 / The paper, or a view of its files' })
  form!: LoanForm;

  @Text({ label: { zh: '借阅目的', en: 'purpose' }, max: 500, multiline: true })
  purpose!: string;

  @Instant({ label: { zh: '归还日期', en: 'date of return' }, description: '纸质最长 30 天，电子最长 14 天 / Within 30 days for paper, 14 for a digital one' })
  dueAt!: Date;
}
