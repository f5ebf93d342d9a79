import { ApiProperty } from '@nestjs/swagger';
import { noticeChannels } from '@property-office/contracts';
import { placeChannels } from '../../persistence/places-reached';

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

export class PlaceFiguresView {
  @ApiProperty({ enum: placeChannels })
  channel!: string;

  @ApiProperty({ description: 'Robots, webhooks, boards or chat groups it goes to / 发布位置数' })
  places!: number;

  @ApiProperty({ description: 'Where it arrived or was posted, with its proof / 已送达或已张贴' })
  done!: number;

  @ApiProperty({ description: 'Where it is on its way / 进行中' })
  open!: number;

  @ApiProperty({ description: 'Given up, refused or called off / 未送达或已取消' })
  failed!: number;
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

  @ApiProperty({ description: 'Of these left by now / 已送达户数' })
  slipsLeft!: number;

  @ApiProperty({ type: [ChannelFiguresView] })
  channels!: ChannelFiguresView[];

  @ApiProperty({ type: [PlaceFiguresView], description: 'Channels that reach no person by name / 不按人送达的渠道' })
  places!: PlaceFiguresView[];

  @ApiProperty({ type: [BuildingFiguresView] })
  buildings!: BuildingFiguresView[];

  @ApiProperty({ type: TaskFiguresView })
  tasks!: TaskFiguresView;
}
