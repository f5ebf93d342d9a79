import { ApiProperty } from '@nestjs/swagger';

export class AcceptedProposalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  recordId!: string;

  @ApiProperty()
  archiveNumber!: string;
}

const because = ['duplicate', 'incomplete', 'changed'] as const;

export class LeftProposalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;

  @ApiProperty({ enum: because, description: '可能重复、内容不完整、状态已变' })
  because!: (typeof because)[number];
}

export class AcceptedBatchView {
  @ApiProperty({ type: [AcceptedProposalView] })
  accepted!: AcceptedProposalView[];

  @ApiProperty({ type: [LeftProposalView], description: 'For somebody to look at / 留待逐项处理' })
  left!: LeftProposalView[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For `after` of the next batch; null: there were no more / 下一批由此继续；空为已到末尾' })
  next!: string | null;
}
