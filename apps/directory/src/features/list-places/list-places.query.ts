import { Id, OneOf, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { equipmentKinds, placeKinds, type EquipmentKind, type PlaceKind } from '@property-office/contracts';

export const listedKinds = placeKinds.filter((kind) => kind !== 'site');

export class ListHomesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '上级地点', en: 'place it stands in' }, optional: true })
  parentId?: string;

  @Id({ label: { zh: '楼栋', en: 'building' }, optional: true })
  buildingId?: string;

  @Text({ label: { zh: '外部编号', en: 'external code' }, max: 100, optional: true })
  externalCode?: string;

  @Text({
    label: { zh: '搜索内容', en: 'search text' },
    max: 100,
    optional: true,
    description: 'Names, codes, the way (3栋2单元501), pinyin',
  })
  q?: string;
}

export class ListPlacesQuery extends ListHomesQuery {
  @OneOf(listedKinds, { label: { zh: '地点类型', en: 'kind of place' }, optional: true })
  kind?: PlaceKind;

  @QueryFlag({ label: { zh: '是否设备', en: 'whether it is a device' }, optional: true })
  device?: boolean;

  @OneOf(equipmentKinds, { label: { zh: '设备类别', en: 'kind of equipment' }, optional: true })
  equipment?: EquipmentKind;
}
