import { ApiProperty } from '@nestjs/swagger';
import { personalChannels } from '../domain/channels';
import { wallTime } from '../domain/quiet-hours';
import type { Settings } from '../persistence/settings';

export class TopicChannelsView {
  @ApiProperty({ enum: personalChannels, isArray: true, description: 'Progress of repairs / 报修进展' })
  repairs!: string[];

  @ApiProperty({ enum: personalChannels, isArray: true, description: 'Work for me / 工作安排' })
  work!: string[];

  @ApiProperty({ enum: personalChannels, isArray: true, description: 'Notices / 公告通知' })
  notices!: string[];
}

export class QuietHoursView {
  @ApiProperty({ example: '22:00', description: 'On the wall clock of the site' })
  from!: string;

  @ApiProperty({ example: '07:00', description: 'Equal to `from`: never quiet' })
  to!: string;
}

export class NotificationSettingsView {
  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true, description: "What the office's WeChat account knows the person by" })
  wechatId!: string | null;

  @ApiProperty({ enum: ['zh', 'en'] })
  language!: string;

  @ApiProperty({ type: TopicChannelsView })
  channels!: TopicChannelsView;

  @ApiProperty({ type: QuietHoursView })
  quietHours!: QuietHoursView;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Outage and safety notices come by SMS, too, whatever is chosen for notices; null: as their household asked for / 停水停电和安全公告另发短信，不受公告渠道选择影响；空为按房屋登记的意愿',
  })
  urgentBySms!: boolean | null;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function settingsView({ email, wechatId, language, channels, quiet, urgentBySms, version }: Settings): NotificationSettingsView {
  return { email, wechatId, language, channels, quietHours: { from: wallTime(quiet.from), to: wallTime(quiet.to) }, urgentBySms, version };
}
