import { Nested, Text } from '@property-office/service-kit';
import { SiteSettingsDto } from '../create-site/create-site.dto';
import { NameDto } from '../name.dto';

/** What is left out stays as it is. */
export class ChangeSiteDto {
  @Text({ label: { zh: '项目编号', en: 'site code' }, max: 50, optional: true })
  code?: string;

  @Nested(() => NameDto, { label: { zh: '项目名称', en: 'site name' }, optional: true })
  name?: NameDto;

  @Text({ label: { zh: '时区', en: 'time zone' }, max: 50, optional: true })
  timeZone?: string;

  @Nested(() => SiteSettingsDto, { label: { zh: '项目设置', en: 'settings' }, optional: true })
  settings?: SiteSettingsDto;
}
