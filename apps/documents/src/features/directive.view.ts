import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { directiveMoves, directiveStateNames, directiveStates, legalDirectiveMoves, type DirectiveMove, type DirectiveState } from '../domain/directive-states';
import type { Directive } from '../persistence/directive.entity';

/** A directive as whoever it concerns sees it; how many have acknowledged it is for who gave it and who leads. */
export class DirectiveView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Z-20261128-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: directiveStates })
  status!: DirectiveState;

  @ApiProperty({ example: '待确认', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: '指示内容' })
  text!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Whose it is, where somebody passes it on / 发出单位' })
  authority!: string | null;

  @ApiProperty({ format: 'uuid', description: '下达人' })
  givenBy!: string;

  @ApiProperty({ format: 'date-time', description: '确认期限' })
  acknowledgeBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The one it takes the place of / 所替代的指示' })
  replacesId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '替代它的新指示' })
  replacedById!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was withdrawn or corrected / 撤回或更正原因' })
  endedReason!: string | null;

  @ApiProperty({ enum: directiveMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: DirectiveMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function directiveView(directive: Directive): DirectiveView {
  const { id, number, siteId, state, title, body, authority, givenBy, replacesId, replacedById, endedReason, version } = directive;
  return {
    id,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(directiveStateNames[state]),
    title,
    text: body,
    authority,
    givenBy,
    acknowledgeBy: directive.acknowledgeBy.toISOString(),
    replacesId,
    replacedById,
    endedReason,
    allowed: legalDirectiveMoves(state),
    happenedAt: directive.happenedAt.toISOString(),
    recordedAt: directive.recordedAt.toISOString(),
    version,
  };
}
