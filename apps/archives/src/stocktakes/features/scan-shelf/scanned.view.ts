import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { findingNames, stocktakeFindings, type StocktakeFinding } from '../../domain/finding';
import type { Scanned } from './scan-shelf.handler';

export class ScannedView {
  @ApiProperty({ description: '扫描的内容 / As it was scanned' })
  code!: string;

  @ApiProperty({ enum: stocktakeFindings })
  finding!: StocktakeFinding;

  @ApiProperty({ example: '在架' })
  findingName!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '档号' })
  archiveNumber!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '目录库位 / Where the catalogue has it' })
  catalogueShelf!: string | null;

  @ApiProperty({ description: '重复扫描，不另计 / It was seen there before: one finding' })
  again!: boolean;
}

export class ScannedShelfView {
  @ApiProperty({ type: [ScannedView] })
  scans!: ScannedView[];
}

export function scannedShelfView(scans: readonly Scanned[]): ScannedShelfView {
  return { scans: scans.map((scan) => ({ ...scan, findingName: inAskedLanguage(findingNames[scan.finding]) })) };
}
