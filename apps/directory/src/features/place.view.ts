import { ApiProperty } from '@nestjs/swagger';
import { equipmentKinds, placeKinds, type Device, type EquipmentKind, type PlaceKind } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import type { Place } from '../persistence/place.entity';
import { NameView } from './name.dto';

export class DeviceView {
  @ApiProperty({ description: '设备编号' })
  number!: string;

  @ApiProperty({ enum: equipmentKinds, description: '设备类别' })
  equipment!: EquipmentKind;

  @ApiProperty({ format: 'date', description: '安装日期' })
  installedOn!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: in service / 停用日期' })
  outOfServiceOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: none is known / 质保到期日' })
  warrantyUntil!: string | null;
}

export const deviceView = (device: Device): DeviceView => ({ ...device, warrantyUntil: device.warrantyUntil ?? null });

export class PlaceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: placeKinds })
  kind!: PlaceKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  buildingId!: string | null;

  @ApiProperty({ description: 'Unique within the parent' })
  code!: string;

  @ApiProperty({ type: NameView })
  name!: NameView;

  @ApiProperty({ type: NameView, description: 'The way within the site: 3栋2单元501' })
  label!: NameView;

  @ApiProperty({ type: String, nullable: true, description: 'Its name in the system it was imported from' })
  externalCode!: string | null;

  @ApiProperty({ type: DeviceView, nullable: true, description: 'Of a public place that is a device / 设备' })
  device!: DeviceView | null;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export class PlacePage {
  @ApiProperty({ type: [PlaceView] })
  items!: PlaceView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function placeView(place: Place): PlaceView {
  const { id, siteId, kind, parentId, buildingId, code, externalCode, device, version } = place;
  const name = { zh: place.nameZh, en: place.nameEn };
  const label = { zh: place.label, en: place.labelEn };
  return { id, siteId, kind, parentId, buildingId, code, name, label, externalCode, device: device && deviceView(device), version };
}

export function placePage({ items, nextCursor }: Page<Place>): PlacePage {
  return { items: items.map(placeView), nextCursor };
}
