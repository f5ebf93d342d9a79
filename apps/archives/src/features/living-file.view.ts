import { ApiProperty } from '@nestjs/swagger';
import { equipmentKinds, livingFileSubjects, type EquipmentKind, type LivingFileSubject } from '@property-office/contracts';
import type { StoredFile } from '../persistence/read-living-files';

export class LivingFileSubjectView {
  @ApiProperty({ enum: livingFileSubjects })
  type!: LivingFileSubject;

  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class LivingDeviceView {
  @ApiProperty({ enum: equipmentKinds, description: '设备类别' })
  equipment!: EquipmentKind;

  @ApiProperty({ format: 'date', description: '安装日期' })
  installedOn!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: in service / 停用日期' })
  outOfServiceOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: '质保到期日' })
  warrantyUntil!: string | null;
}

export class GapView {
  @ApiProperty({ example: 'proof-of-ownership' })
  paper!: string;

  @ApiProperty({ example: '产权证明复印件' })
  nameZh!: string;

  @ApiProperty({ example: 'copy of the title to the home' })
  nameEn!: string;
}

export class LivingFileView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: LivingFileSubjectView })
  subject!: LivingFileSubjectView;

  @ApiProperty({ type: String, nullable: true, description: '房屋或设备编号' })
  code!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '3栋2单元501' })
  label!: string | null;

  @ApiProperty({ type: String, nullable: true })
  labelEn!: string | null;

  @ApiProperty({ type: LivingDeviceView, nullable: true, description: 'null of a home / 设备' })
  device!: LivingDeviceView | null;

  @ApiProperty({ description: '件数' })
  items!: number;

  @ApiProperty({ type: [GapView], description: 'What is lacking / 缺件' })
  gaps!: GapView[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Handed over: nobody adds to it or opens it any more / 移交时间' })
  handedOverAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '移交清册 / The list by which it was handed over' })
  handOverId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the ownership or device ended whose papers wait to be closed; null: of none / 待立卷的产权或设备终止时间' })
  endedAt!: string | null;

  @ApiProperty({ description: 'On legal hold: not handed over, and what is closed of it is a record on hold / 冻结' })
  held!: boolean;

  @ApiProperty({ description: 'Counts what happened to it; its ETag' })
  version!: number;
}

export function livingFileView(stored: StoredFile): LivingFileView {
  const { id, siteId, subjectType, subjectId, code, label, labelEn, equipment, installedOn, outOfServiceOn, warrantyUntil, items, gaps, handedOverAt, handOverId, endedAt, holdReason, version } = stored;
  const [subject, device] = [{ type: subjectType, id: subjectId }, equipment && { equipment, installedOn: installedOn!, outOfServiceOn, warrantyUntil }];
  return { id, siteId, subject, code, label, labelEn, device, items, gaps, handedOverAt: handedOverAt?.toISOString() ?? null, handOverId, endedAt: endedAt?.toISOString() ?? null, held: holdReason !== null, version };
}
