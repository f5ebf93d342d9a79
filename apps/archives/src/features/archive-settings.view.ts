import { ApiProperty } from '@nestjs/swagger';
import { basisRanks, livingFileSubjects, recordSources, retentions, type BasisRank, type LivingFileSubject, type RecordSource, type Retention } from '@property-office/contracts';
import { ListedPaperView } from './completeness-list.view';

export class CategoryView {
  @ApiProperty({ example: 'WS' })
  code!: string;

  @ApiProperty({ example: '文书档案' })
  nameZh!: string;

  @ApiProperty({ example: 'documents' })
  nameEn!: string;
}

/** One of the checklist (应归材料) of the file of a home or device. */
export class RequiredPaperView extends ListedPaperView {
  @ApiProperty({ enum: livingFileSubjects, description: '一户一档、一机一档' })
  subject!: LivingFileSubject;
}

export class IntakeRuleView {
  @ApiProperty({ enum: recordSources })
  source!: RecordSource;

  @ApiProperty({ description: '1: as it was shipped' })
  version!: number;

  @ApiProperty()
  category!: string;

  @ApiProperty()
  office!: string;

  @ApiProperty({ enum: retentions })
  retention!: Retention;

  @ApiProperty()
  legalBasis!: string;

  @ApiProperty({ enum: basisRanks })
  basisRank!: BasisRank;
}

export class ArchiveSettingsView {
  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ example: 'PM01', description: '全宗号' })
  fonds!: string;

  @ApiProperty({ type: [CategoryView] })
  categories!: CategoryView[];

  @ApiProperty({ type: [RequiredPaperView], description: 'What a living file lacks where it is not there / 应归材料清单' })
  requiredPapers!: RequiredPaperView[];

  @ApiProperty({ type: [IntakeRuleView] })
  rules!: IntakeRuleView[];
}
