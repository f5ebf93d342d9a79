import { Nested, Phone, Text } from '@property-office/service-kit';
import { NameDto } from '../name.dto';

export class SiteSettingsDto {
  @Phone({ label: { zh: '客服电话', en: 'telephone number of the desk' }, optional: true })
  deskPhone?: string;

  @Text({ label: { zh: '地址', en: 'address' }, max: 200, optional: true })
  address?: string;
}

export class CreateSiteDto {
  @Text({ label: { zh: '项目编号', en: 'site code' }, max: 50 })
  code!: string;

  @Nested(() => NameDto, { label: { zh: '项目名称', en: 'site name' } })
  name!: NameDto;

  @Text({ label: { zh: '时区', en: 'time zone' }, max: 50, optional: true, example: 'Asia/Shanghai' })
  timeZone?: string;

  @Nested(() => SiteSettingsDto, { label: { zh: '项目设置', en: 'settings' }, optional: true })
  settings?: SiteSettingsDto;
}
