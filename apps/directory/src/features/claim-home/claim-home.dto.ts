import { Id, Nested, OneOf, Text } from '@property-office/service-kit';
import { claimKinds, type ClaimKind } from '../../domain/home-claim-states';

export class PlaceWordsDto {
  @Text({ label: { zh: '楼栋', en: 'building' }, max: 50, example: '3栋' })
  building!: string;

  @Text({ label: { zh: '单元', en: 'entrance' }, max: 50, optional: true, example: '2单元' })
  entrance?: string;

  @Text({ label: { zh: '房号', en: 'home number' }, max: 50, example: '501' })
  home!: string;
}

/** Either the home's id, or its site and how people call it. */
export class ClaimHomeDto {
  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Nested(() => PlaceWordsDto, { label: { zh: '房屋位置', en: 'where the home is' }, optional: true })
  place?: PlaceWordsDto;

  @Text({ label: { zh: '姓名', en: 'name' }, max: 100 })
  name!: string;

  @OneOf(claimKinds, { label: { zh: '与房屋的关系', en: 'kind of tie' } })
  kind!: ClaimKind;

  @Text({ label: { zh: '说明', en: 'note' }, max: 500, multiline: true, optional: true })
  note?: string;
}
