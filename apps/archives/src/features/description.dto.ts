import { confidentialities, type Confidentiality } from '@property-office/contracts';
import { ActFields, Instant, OneOf, Text, Texts, WholeNumber } from '@property-office/service-kit';
import { carriers, type Carrier } from '../domain/carriers';

/** What may be said of a record besides what it must have: for whoever catalogues or corrects it. */
export class DescriptionFields extends ActFields {
  @Text({ label: { zh: '文号', en: 'number of the document' }, max: 100, optional: true })
  documentNumber?: string;

  @WholeNumber({ label: { zh: '页数', en: 'number of pages' }, min: 1, max: 100_000, optional: true })
  pages?: number;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 1_000, optional: true })
  copies?: number;

  @OneOf(carriers, { label: { zh: '载体', en: 'carrier' }, optional: true, description: '纸质、电子、双套' })
  carrier?: Carrier;

  @OneOf(confidentialities, { label: { zh: '密级', en: 'confidentiality' }, optional: true })
  confidentiality?: Confidentiality;

  @Instant({ label: { zh: '保密期限', en: 'end of confidentiality' }, optional: true })
  confidentialUntil?: Date;

  @Texts({ label: { zh: '关键词', en: 'keywords' }, max: 40, atMost: 20, optional: true })
  keywords?: string[];

  @Text({ label: { zh: '附注', en: 'remarks' }, max: 1000, multiline: true, optional: true })
  remarks?: string;
}
