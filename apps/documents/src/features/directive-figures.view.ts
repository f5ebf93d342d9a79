import { ApiProperty } from '@nestjs/swagger';
import { directiveStates, type DirectiveState } from '../domain/directive-states';
import type { Directive } from '../persistence/directive.entity';

/** How many of how many have acknowledged a directive. */
export class DirectiveFiguresView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Z-20261128-10001' })
  number!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: directiveStates })
  status!: DirectiveState;

  @ApiProperty({ format: 'uuid', description: '下达人' })
  givenBy!: string;

  @ApiProperty({ format: 'date-time', description: '确认期限' })
  acknowledgeBy!: string;

  @ApiProperty({ description: '应确认人数' })
  addressed!: number;

  @ApiProperty({ description: '已确认人数' })
  acknowledged!: number;
}

export function directiveFiguresView({ id, number, title, state, givenBy, acknowledgeBy, addressed, acknowledged }: Directive): DirectiveFiguresView {
  return { id, number, title, status: state, givenBy, acknowledgeBy: acknowledgeBy.toISOString(), addressed, acknowledged };
}
