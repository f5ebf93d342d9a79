import { equipmentKinds, type EquipmentKind } from '@property-office/contracts';
import { Day, OneOf, Text } from '@property-office/service-kit';

/** What makes a public place a device; always said as a whole. */
export class DeviceDto {
  @Text({
    label: { zh: '设备编号', en: 'number of the device' },
    max: 50,
    example: 'DT-01',
    description: 'Its file is kept under it: given once, to no other device of the site / 设备档案以此编号归档，不能重复，填错须更正',
  })
  number!: string;

  @OneOf(equipmentKinds, { label: { zh: '设备类别', en: 'kind of equipment' } })
  equipment!: EquipmentKind;

  @Day({ label: { zh: '安装日期', en: 'date of installation' } })
  installedOn!: string;

  @Day({
    label: { zh: '停用日期', en: 'date of leaving service' },
    optional: true,
    description: 'Left out: in service / 不填为在用',
  })
  outOfServiceOn?: string;

  @Day({
    label: { zh: '质保到期日', en: 'last day of the warranty' },
    optional: true,
    description: 'A repair reported until then proposes a record / 在此日及以前报修的维修提请归档',
  })
  warrantyUntil?: string;
}
