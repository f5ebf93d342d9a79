import { ApiProperty } from '@nestjs/swagger';
import { noticeChannels, roles } from '@property-office/contracts';
import { UnreachedHomeView } from '../unreached-home.view';

export class BuildingAudienceView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  buildingId!: string | null;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  labelEn!: string;

  @ApiProperty()
  homes!: number;

  @ApiProperty()
  people!: number;
}

export class RoleAudienceView {
  @ApiProperty({ enum: roles })
  role!: string;

  @ApiProperty()
  people!: number;
}

export class ChannelAudienceView {
  @ApiProperty({ enum: noticeChannels })
  channel!: string;

  @ApiProperty()
  people!: number;
}

/** Who a notice is for, how many they are, and which homes need a slip under the door. */
export class AudienceView {
  @ApiProperty()
  homes!: number;

  @ApiProperty()
  people!: number;

  @ApiProperty({ type: [BuildingAudienceView] })
  buildings!: BuildingAudienceView[];

  @ApiProperty({ type: [RoleAudienceView] })
  roles!: RoleAudienceView[];

  @ApiProperty({ type: [ChannelAudienceView] })
  channels!: ChannelAudienceView[];

  @ApiProperty({ description: 'How many homes no channel reaches / 任何渠道都无法送达的户数' })
  unreached!: number;

  @ApiProperty({ type: [UnreachedHomeView], description: 'The first 200 of them; all: GET /api/notices/{id}/unreached-homes / 前 200 户，全部见 unreached-homes' })
  unreachedHomes!: UnreachedHomeView[];
}
