import { Nested, Text } from '@property-office/service-kit';
import { NameDto } from '../name.dto';

/** What is left out stays as it is. */
export class ChangePlaceDto {
  @Text({ label: { zh: '编号', en: 'code' }, max: 50, optional: true })
  code?: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' }, optional: true })
  name?: NameDto;

  @Text({ label: { zh: '外部编号', en: 'external code' }, max: 100, optional: true })
  externalCode?: string;
}
