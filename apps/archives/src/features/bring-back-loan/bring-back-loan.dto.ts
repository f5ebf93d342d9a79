import { ActFields, Flag, Id, Text } from '@property-office/service-kit';

export class BringBackLoanDto extends ActFields {
  @Id({ label: { zh: '归还人', en: 'person who brings it back' }, optional: true, description: '默认借阅人 / The borrower unless said otherwise' })
  broughtBackBy?: string;

  @Flag({ label: { zh: '页数齐全', en: 'all pages are there' } })
  pagesComplete!: boolean;

  @Flag({ label: { zh: '没有改动、抽取', en: 'nothing was altered or removed' } })
  unaltered!: boolean;

  @Text({ label: { zh: '验收发现的问题', en: 'what the inspection found' }, max: 1000, multiline: true, optional: true })
  finding?: string;
}
