import { ApiProperty } from '@nestjs/swagger';
import { DeviceView, deviceView } from '../place.view';
import type { ImportedPlace } from './plan-import';

export class DeviceChangeView {
  @ApiProperty({ type: DeviceView, nullable: true, description: 'null: it was no device' })
  before!: DeviceView | null;

  @ApiProperty({ type: DeviceView })
  after!: DeviceView;
}

export class ImportedPlaceView {
  @ApiProperty()
  externalCode!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null in a preview: it is not registered yet' })
  id!: string | null;

  @ApiProperty({ description: 'false: it was registered before, and stays as it is but for its device' })
  created!: boolean;

  @ApiProperty({ type: DeviceChangeView, nullable: true, description: 'What the list changes of a device that is registered already; null: nothing / 本次导入对已登记设备的更改' })
  deviceChange!: DeviceChangeView | null;
}

export function importedPlaceView({ externalCode, id, created, deviceChange }: ImportedPlace, preview: boolean): ImportedPlaceView {
  const change = deviceChange && { before: deviceChange.before && deviceView(deviceChange.before), after: deviceView(deviceChange.after) };
  return { externalCode, id: preview && created ? null : id, created, deviceChange: change };
}

export class ImportedPlaces {
  @ApiProperty({ type: [ImportedPlaceView] })
  items!: ImportedPlaceView[];
}
