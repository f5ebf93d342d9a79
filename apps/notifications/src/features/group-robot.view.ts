import { ApiProperty } from '@nestjs/swagger';
import { robotPlatforms } from '@property-office/channels';
import { staffGroups } from '../domain/staff-groups';
import type { GroupRobot } from '../persistence/group-robots';

export class GroupRobotView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: robotPlatforms })
  platform!: string;

  @ApiProperty({ enum: staffGroups })
  group!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  crewId!: string | null;

  @ApiProperty({ description: 'Of its address, which is secret / 地址保密，只显示域名' })
  host!: string;

  @ApiProperty({ description: 'Messages are signed / 已设置加签密钥' })
  signed!: boolean;

  @ApiProperty({ enum: ['zh', 'en'] })
  language!: string;

  @ApiProperty({ description: 'Hears everything at any hour / 夜间也发送' })
  atNight!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  version!: number;
}

export function groupRobotView({ id, siteId, name, platform, staffGroup, crewId, host, hasSecret, language, atNight, createdAt, version }: GroupRobot): GroupRobotView {
  return { id, siteId, name, platform, group: staffGroup, crewId, host, signed: hasSecret, language, atNight, createdAt: createdAt.toISOString(), version };
}
