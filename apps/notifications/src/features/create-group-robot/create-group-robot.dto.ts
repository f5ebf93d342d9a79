import { robotPlatforms, type RobotPlatform } from '@property-office/channels';
import { Flag, Id, OneOf, Text } from '@property-office/service-kit';
import { staffGroups, type StaffGroup } from '../../domain/staff-groups';

export class CreateGroupRobotDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '名称', en: 'name' }, max: 50 })
  name!: string;

  @OneOf(robotPlatforms, { label: { zh: '平台', en: 'platform' } })
  platform!: RobotPlatform;

  @OneOf(staffGroups, { label: { zh: '群', en: 'staff group' } })
  group!: StaffGroup;

  /** Of a crew's group only. */
  @Id({ label: { zh: '班组', en: 'crew' }, optional: true })
  crewId?: string;

  /** As the platform shows it. */
  @Text({ label: { zh: '机器人地址', en: 'address of the robot' }, max: 500 })
  url!: string;

  /** Where the platform signs (DingTalk, Feishu) and the group asks for it. */
  @Text({ label: { zh: '加签密钥', en: 'signing secret' }, max: 200, optional: true })
  secret?: string;

  /** Left out: Chinese. */
  @OneOf(['zh', 'en'], { label: { zh: '语言', en: 'language' }, optional: true })
  language?: 'zh' | 'en';

  /** Left out: no. */
  @Flag({ label: { zh: '夜间也发送', en: 'also at night' }, optional: true })
  atNight?: boolean;
}
