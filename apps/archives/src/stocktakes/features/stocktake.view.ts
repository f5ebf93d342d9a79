import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { legalStocktakeMoves, stocktakeMoves, stocktakeStateNames, stocktakeStates, type StocktakeMove } from '../domain/stocktake-states';
import type { Stocktake } from '../persistence/stocktake.entity';

/** A stocktake (清点) of the paper of a category, or on a shelf. */
export class StocktakeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'U-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: stocktakeStates })
  status!: string;

  @ApiProperty({ example: '清点中' })
  statusName!: string;

  @ApiProperty({ type: String, nullable: true, example: 'WS', description: '清点的门类；按库位清点的为空 / Null: by shelf' })
  category!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'A柜3层', description: '清点的库位；按门类清点的为空 / Null: by category' })
  shelf!: string | null;

  @ApiProperty({ format: 'date-time', description: '应完成日期 / To be finished by' })
  finishBy!: string;

  @ApiProperty({ format: 'uuid', description: '发起人' })
  startedBy!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '完成清点时间 / When counting was last finished' })
  countedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '撤销原因 / Why it was withdrawn' })
  remarks!: string | null;

  @ApiProperty({ enum: stocktakeMoves, isArray: true, description: '现在可以进行的操作 / What its state allows now' })
  allowed!: StocktakeMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change but scans; its ETag' })
  version!: number;
}

export function stocktakeView({ id, number, siteId, state, category, shelf, finishBy, startedBy, countedAt, remarks, happenedAt, recordedAt, version }: Stocktake): StocktakeView {
  const times = { finishBy: finishBy.toISOString(), countedAt: countedAt?.toISOString() ?? null, happenedAt: happenedAt.toISOString(), recordedAt: recordedAt.toISOString() };
  return { id, number, siteId, status: state, statusName: inAskedLanguage(stocktakeStateNames[state]), allowed: legalStocktakeMoves(state), category, shelf, startedBy, remarks, version, ...times };
}
