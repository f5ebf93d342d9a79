import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '@property-office/kernel';
import type { Place } from '../persistence/place.entity';
import { NameView } from './name.dto';

export class SiteSettingsView {
  @ApiProperty({ type: String, nullable: true })
  deskPhone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;
}

export class SiteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;

  @ApiProperty({ example: 'Asia/Shanghai' })
  timeZone!: string;

  @ApiProperty({ type: SiteSettingsView })
  settings!: SiteSettingsView;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export class SitePage {
  @ApiProperty({ type: [SiteView] })
  items!: SiteView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function siteView({ id, code, nameZh, nameEn, timeZone, settings, version }: Place): SiteView {
  return {
    id,
    code,
    name: { zh: nameZh, en: nameEn },
    timeZone: timeZone!,
    settings: { deskPhone: settings?.deskPhone ?? null, address: settings?.address ?? null },
    version,
  };
}

export function sitePage({ items, nextCursor }: Page<Place>): SitePage {
  return { items: items.map(siteView), nextCursor };
}
