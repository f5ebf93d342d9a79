import { ApiProperty } from '@nestjs/swagger';
import { noticeChannels } from '@property-office/contracts';

export class ChannelFiguresView {
  @ApiProperty({ enum: noticeChannels })
  channel!: string;

  @ApiProperty()
  people!: number;

  @ApiProperty()
  delivered!: number;

  @ApiProperty()
  failed!: number;

  @ApiProperty()
  read!: number;

  @ApiProperty()
  acknowledged!: number;
}

export class BuildingFiguresView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: staff / 工作人员' })
  buildingId!: string | null;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  labelEn!: string;

  @ApiProperty({ type: [ChannelFiguresView] })
  channels!: ChannelFiguresView[];
}

export class TaskFiguresView {
  @ApiProperty()
  open!: number;

  @ApiProperty()
  done!: number;

  @ApiProperty()
  cancelled!: number;
}

export class NoticeFiguresView {
  @ApiProperty({ description: 'Each person once / 按人去重' })
  people!: number;

  @ApiProperty()
  read!: number;

  @ApiProperty()
  acknowledged!: number;

  @ApiProperty({ description: 'Homes with a slip under the door / 入户通知单户数' })
  slips!: number;

  @ApiProperty({ type: [ChannelFiguresView] })
  channels!: ChannelFiguresView[];

  @ApiProperty({ type: [BuildingFiguresView] })
  buildings!: BuildingFiguresView[];

  @ApiProperty({ type: TaskFiguresView })
  tasks!: TaskFiguresView;
}
