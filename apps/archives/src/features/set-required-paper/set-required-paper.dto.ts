import { equipmentKinds, livingFileSubjects, type EquipmentKind, type LivingFileSubject } from '@property-office/contracts';
import { ActFields, Flag, OneOf, SomeOf, Text } from '@property-office/service-kit';

export class SetRequiredPaperDto extends ActFields {
  @OneOf(livingFileSubjects, { label: { zh: '一户一档还是一机一档', en: 'home or device, which of them' } })
  subject!: LivingFileSubject;

  @Text({ label: { zh: '材料类别', en: 'kind of paper' }, max: 50, example: 'use-registration', description: '小写字母、数字和连字符；归入时填写 / Lower case, digits and hyphens; as it is named when it is filed' })
  paper!: string;

  @Text({ label: { zh: '中文名称', en: 'Chinese name' }, max: 100, example: '特种设备使用登记证' })
  nameZh!: string;

  @Text({ label: { zh: '英文名称', en: 'English name' }, max: 100, example: 'registration of use' })
  nameEn!: string;

  @Flag({ label: { zh: '换产权人须重新归入', en: 'wanted anew when the home has another owner' }, optional: true, description: '仅限一户一档，加入后不再更改 / Of homes alone; it stays as it was when the paper was added' })
  perOwner?: boolean;

  @SomeOf(equipmentKinds, { label: { zh: '适用设备类别', en: 'kinds of equipment' }, min: 1, optional: true, description: '仅限一机一档，不填为各类设备 / Of devices alone; left out: of all' })
  equipment?: EquipmentKind[];
}
