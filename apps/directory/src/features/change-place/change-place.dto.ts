import { Nested, Text } from '@property-office/service-kit';
import { DeviceDto } from '../device.dto';
import { NameDto } from '../name.dto';

/** What is left out stays as it is. */
export class ChangeHomeDto {
  @Text({ label: { zh: '编号', en: 'code' }, max: 50, optional: true })
  code?: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' }, optional: true })
  name?: NameDto;

  @Text({ label: { zh: '外部编号', en: 'external code' }, max: 100, optional: true })
  externalCode?: string;
}

export class ChangePlaceDto extends ChangeHomeDto {
  @Nested(() => DeviceDto, {
    label: { zh: '设备', en: 'device' },
    optional: true,
    description: 'As a whole; its number stays / 整体填写，编号不变',
  })
  device?: DeviceDto;
}
