import { Id, Nested, OneOf, Text } from '@property-office/service-kit';
import { DeviceDto } from '../device.dto';
import { NameDto } from '../name.dto';

/** Places that are neither site nor home. */
export const builtKinds = ['building', 'entrance', 'public-place'] as const;

export class RegisterPlaceDto {
  @OneOf(builtKinds, { label: { zh: '地点类型', en: 'kind of place' } })
  kind!: (typeof builtKinds)[number];

  @Id({ label: { zh: '上级地点', en: 'place it stands in' } })
  parentId!: string;

  @Text({ label: { zh: '编号', en: 'code' }, max: 50 })
  code!: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' } })
  name!: NameDto;

  @Text({ label: { zh: '外部编号', en: 'external code' }, max: 100, optional: true })
  externalCode?: string;

  @Nested(() => DeviceDto, { label: { zh: '设备', en: 'device' }, optional: true, description: 'Of a public place that is a device / 公共地点为设备时填写' })
  device?: DeviceDto;
}

export class RegisterHomeDto {
  @Id({
    label: { zh: '上级地点', en: 'place it stands in' },
    description: 'Entrance, building, or the site for a villa / 单元、楼栋或项目',
  })
  parentId!: string;

  @Text({ label: { zh: '房号', en: 'home number' }, max: 50 })
  code!: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' }, optional: true })
  name?: NameDto;

  @Text({ label: { zh: '外部编号', en: 'external code' }, max: 100, optional: true })
  externalCode?: string;
}
