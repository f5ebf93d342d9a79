import { ApiProperty } from '@nestjs/swagger';
import { PromiseView } from '@property-office/deadlines';
import { inAskedLanguage } from '@property-office/service-kit';
import { findingNames, stocktakeFindings, type StocktakeFinding } from '../../domain/finding';
import type { Difference } from '../../persistence/differences';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { DifferenceView, differenceView } from '../difference.view';
import { StocktakeView, stocktakeView } from '../stocktake.view';

export class FindingCountView {
  @ApiProperty({ enum: stocktakeFindings })
  finding!: StocktakeFinding;

  @ApiProperty({ example: '在架' })
  findingName!: string;

  @ApiProperty()
  count!: number;
}

export class StocktakeDetailView extends StocktakeView {
  @ApiProperty({ type: [String], format: 'uuid', description: '协助清点人员' })
  counterIds!: string[];

  @ApiProperty({ type: [FindingCountView], description: '清点进度；尚未扫描的计为未找到 / How many so far; what is not scanned yet counts as missing' })
  findings!: FindingCountView[];

  @ApiProperty({ type: [DifferenceView], description: '完成清点后的差异 / What differed when counting was finished' })
  differences!: DifferenceView[];

  @ApiProperty({ type: [PromiseView], description: 'What is promised about it, and how it stands / 时限' })
  promises!: PromiseView[];
}

interface Beside {
  counterIds: string[];
  found: readonly StocktakeFinding[];
  differences: readonly Difference[];
  promises: PromiseView[];
}

export function stocktakeDetailView(stocktake: Stocktake, { counterIds, found, differences, promises }: Beside): StocktakeDetailView {
  const counts = Map.groupBy(found, (finding) => finding);
  return {
    ...stocktakeView(stocktake),
    counterIds,
    findings: stocktakeFindings.map((finding) => ({ finding, findingName: inAskedLanguage(findingNames[finding]), count: counts.get(finding)?.length ?? 0 })),
    differences: differences.map(differenceView),
    promises,
  };
}
