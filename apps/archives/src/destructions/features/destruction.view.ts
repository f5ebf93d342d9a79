import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { destructionStateNames, destructionStates } from '../domain/destruction-states';
import { AppliedListView, appliedListView } from '../../lists/features/applied-list.view';
import type { Destruction } from '../persistence/destruction.entity';

/** A destruction list (销毁清册). */
export class DestructionView extends AppliedListView {
  @ApiProperty({ example: 'X-20261128-10001' })
  override number!: string;

  @ApiProperty({ enum: destructionStates })
  status!: string;

  @ApiProperty({ example: '待批准' })
  statusName!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '执行人' })
  carriedOutBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  carriedOutAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '销毁方式 / How the paper was destroyed' })
  method!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: '销毁登记册行号 / Its line in the register' })
  registerNumber!: number | null;
}

export function destructionView(list: Destruction): DestructionView {
  const { state, carriedOutBy, carriedOutAt, method, registerNumber } = list;
  return {
    ...appliedListView(list),
    status: state,
    statusName: inAskedLanguage(destructionStateNames[state]),
    carriedOutBy,
    carriedOutAt: carriedOutAt?.toISOString() ?? null,
    method,
    registerNumber,
  };
}
