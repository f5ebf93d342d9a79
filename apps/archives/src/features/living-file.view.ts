import { ApiProperty } from '@nestjs/swagger';
import { livingFileSubjects, type LivingFileSubject } from '@property-office/contracts';
import type { StoredFile } from '../persistence/read-living-files';

export class LivingFileSubjectView {
  @ApiProperty({ enum: livingFileSubjects })
  type!: LivingFileSubject;

  @ApiProperty({ format: 'uuid' })
  id!: string;
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

  @ApiProperty({ description: '件数' })
  items!: number;

  @ApiProperty({ type: [GapView], description: 'What is lacking / 缺件' })
  gaps!: GapView[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Handed over: nobody adds to it or opens it any more / 移交时间' })
  handedOverAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '移交清册 / The list by which it was handed over' })
  handOverId!: string | null;

  @ApiProperty({ description: 'Counts what people put into it; its ETag' })
  version!: number;
}

export function livingFileView(stored: StoredFile): LivingFileView {
  const { id, siteId, subjectType, subjectId, code, label, labelEn, items, gaps, handedOverAt, handOverId, version } = stored;
  return { id, siteId, subject: { type: subjectType, id: subjectId }, code, label, labelEn, items, gaps, handedOverAt: handedOverAt?.toISOString() ?? null, handOverId, version };
}
