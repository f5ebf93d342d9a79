import { Flag, Nested, OneOf, Text } from '@property-office/service-kit';
import { personalChannels, topicNames, type PersonalChannel } from '../../domain/channels';
import { Words } from '../words.field';

/** What is left out is told by e-mail. */
export class TopicChannelsDto {
  @Words(personalChannels, { label: topicNames.repairs, optional: true })
  repairs?: PersonalChannel[];

  @Words(personalChannels, { label: topicNames.work, optional: true })
  work?: PersonalChannel[];

  @Words(personalChannels, { label: topicNames.notices, optional: true })
  notices?: PersonalChannel[];
}

/** On the wall clock of the site, `22:00`; equal ends: never quiet. */
export class QuietHoursDto {
  @Text({ label: { zh: '免打扰开始', en: 'begin of the quiet hours' }, max: 5 })
  from!: string;

  @Text({ label: { zh: '免打扰结束', en: 'end of the quiet hours' }, max: 5 })
  to!: string;
}

/** The settings as they shall be. */
export class ChangeSettingsDto {
  /** Left out: no e-mail. */
  @Text({ label: { zh: '邮箱', en: 'e-mail address' }, max: 254, optional: true })
  email?: string;

  /** Left out: no WeChat messages. */
  @Text({ label: { zh: '微信标识', en: 'WeChat id' }, max: 64, optional: true })
  wechatId?: string;

  @OneOf(['zh', 'en'], { label: { zh: '语言', en: 'language' } })
  language!: 'zh' | 'en';

  /** Left out: everything by e-mail. */
  @Nested(() => TopicChannelsDto, { label: { zh: '渠道', en: 'channels' }, optional: true })
  channels?: TopicChannelsDto;

  /** Left out: 22:00 to 07:00. */
  @Nested(() => QuietHoursDto, { label: { zh: '免打扰时段', en: 'quiet hours' }, optional: true })
  quietHours?: QuietHoursDto;

  @Flag({
    label: { zh: '停水停电和安全公告发短信', en: 'outage and safety notices by SMS' },
    optional: true,
    description:
      '不填保持不变；从未填写的，按房屋登记的意愿 / Left out: what they said before; as their household asked for, where they never have',
  })
  urgentBySms?: boolean;
}
