import { ApiProperty } from '@nestjs/swagger';
import { equipmentKinds, livingFileSubjects, type EquipmentKind, type LivingFileSubject } from '@property-office/contracts';
import type { CompletenessList, ListChange } from '../persistence/completeness-lists';

export class ListedPaperView {
  @ApiProperty({ example: 'proof-of-ownership', description: 'As it is named when it is filed / 归入时填写的材料类别' })
  paper!: string;

  @ApiProperty({ example: '产权证明复印件' })
  nameZh!: string;

  @ApiProperty({ example: 'copy of the title to the home' })
  nameEn!: string;

  @ApiProperty({ description: 'Wanted anew when the home has another owner / 换产权人须重新归入' })
  perOwner!: boolean;

  @ApiProperty({ enum: equipmentKinds, isArray: true, nullable: true, description: 'Of devices: of which kinds; null: of all / 适用设备类别，null 为各类' })
  equipment!: EquipmentKind[] | null;
}

export class ListChangeView extends ListedPaperView {
  @ApiProperty({ description: 'Of the list / 清单版本' })
  version!: number;

  @ApiProperty({ description: 'False: it was retired / false 为停用' })
  required!: boolean;

  @ApiProperty({ type: String, nullable: true, description: '停用原因' })
  reason!: string | null;

  @ApiProperty({ format: 'uuid' })
  setBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'In whose place / 代谁' })
  setFor!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From when on it holds / 生效时间' })
  recordedAt!: string;
}

/** What belongs into each living file of a kind (应归材料清单). */
export class CompletenessListView {
  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: livingFileSubjects, description: '一户一档、一机一档' })
  subject!: LivingFileSubject;

  @ApiProperty({ description: 'Counts its changes, its ETag; 0: as it was shipped' })
  version!: number;

  @ApiProperty({ type: [ListedPaperView] })
  papers!: ListedPaperView[];

  @ApiProperty({ type: [ListChangeView], description: 'The last one first / 历次更改，最近的在前' })
  changes!: ListChangeView[];
}

export function completenessListView({ changes, ...list }: CompletenessList): CompletenessListView {
  return { ...list, changes: changes.map(changeView) };
}

function changeView({ happenedAt, recordedAt, ...change }: ListChange): ListChangeView {
  return { ...change, happenedAt: happenedAt.toISOString(), recordedAt: recordedAt.toISOString() };
}
