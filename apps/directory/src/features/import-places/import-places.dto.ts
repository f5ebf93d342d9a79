import { Flag, Id, Nested, NestedList, OneOf, Text } from '@property-office/service-kit';
import { listedKinds } from '../list-places/list-places.query';
import { DeviceDto } from '../device.dto';
import { NameDto } from '../name.dto';
import type { PlaceKind } from '@property-office/contracts';

/** Most places of one request. */
export const largestImport = 500;

export class ImportedPlaceDto {
  @Text({
    label: { zh: '外部编号', en: 'external code' },
    max: 100,
    description: 'Its name in the system it comes from; once per site',
  })
  externalCode!: string;

  @OneOf(listedKinds, { label: { zh: '地点类型', en: 'kind of place' } })
  kind!: Exclude<PlaceKind, 'site'>;

  @Text({
    label: { zh: '上级地点的外部编号', en: 'external code of the place it stands in' },
    max: 100,
    optional: true,
    description: 'Registered already or earlier in this list; left out: parentId, or the site',
  })
  parentExternalCode?: string;

  @Id({ label: { zh: '上级地点', en: 'place it stands in' }, optional: true })
  parentId?: string;

  @Text({ label: { zh: '编号', en: 'code' }, max: 50 })
  code!: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' }, optional: true })
  name?: NameDto;

  @Nested(() => DeviceDto, {
    label: { zh: '设备', en: 'device' },
    optional: true,
    description: 'Of a place that is registered already, what is left out stays as it is / 已登记的地点，未填的保持不变',
  })
  device?: DeviceDto;
}

export class ImportPlacesDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @NestedList(() => ImportedPlaceDto, { label: { zh: '地点', en: 'places' }, min: 1, max: largestImport })
  places!: ImportedPlaceDto[];

  @Flag({ label: { zh: '只预览', en: 'preview' }, optional: true, description: 'Says what would become of each row, and registers and changes nothing / 只说明结果，不登记也不修改' })
  preview?: boolean;
}
