import { ActFields, Flag } from '@property-office/service-kit';

export class ApproveExtensionDto extends ActFields {
  @Flag({ label: { zh: '是否同意', en: 'approval' } })
  approved!: boolean;
}
