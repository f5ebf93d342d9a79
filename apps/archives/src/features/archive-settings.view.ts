import { ApiProperty } from '@nestjs/swagger';
import { basisRanks, recordSources, retentions, type BasisRank, type RecordSource, type Retention } from '@property-office/contracts';

export class CategoryView {
  @ApiProperty({ example: 'WS' })
  code!: string;

  @ApiProperty({ example: '文书档案' })
  nameZh!: string;

  @ApiProperty({ example: 'documents' })
  nameEn!: string;
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

  @ApiProperty({ type: [IntakeRuleView] })
  rules!: IntakeRuleView[];
}
