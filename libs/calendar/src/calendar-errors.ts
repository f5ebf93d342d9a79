import { defineErrors } from '@property-office/kernel';

export const calendarErrors = defineErrors({
  unknownTimeZone: {
    kind: 'invalid',
    title: { zh: '未知时区', en: 'Unknown time zone' },
    detail: { zh: '"{timeZone}" 不是 IANA 时区名称。', en: '"{timeZone}" is no name of an IANA time zone.' },
  },
  badServiceHours: {
    kind: 'invalid',
    title: { zh: '服务时间有误', en: 'Service hours are wrong' },
    detail: {
      zh: '服务时段须写作 HH:MM(至 24:00),先后有序、互不重叠;工作日至少一段。有误:{hours}。',
      en: 'Shifts are written HH:MM (up to 24:00), in order and without overlap, at least one on workdays. Wrong: {hours}.',
    },
  },
  badHoliday: {
    kind: 'invalid',
    title: { zh: '节假日日期有误', en: 'The date of a holiday is wrong' },
    detail: { zh: '"{date}" 不是日期,或出现两次。', en: '"{date}" is no date, or stands there twice.' },
  },
  badDuration: {
    kind: 'invalid',
    title: { zh: '时限有误', en: 'A duration is wrong' },
    detail: {
      zh: '"{amount} {unit}" 不是时限:数值不得为负,天数须为整数。',
      en: '"{amount} {unit}" is no duration: an amount is not negative, and days are whole.',
    },
  },
  notAWaitingState: {
    kind: 'conflict',
    title: { zh: '此状态不停表', en: 'The clock does not stop in this state' },
    detail: {
      zh: '"{state}" 不在可停表的等待状态之列。',
      en: '"{state}" is not among the waiting states that stop a clock.',
    },
  },
  reviewNotLater: {
    kind: 'invalid',
    title: { zh: '须填复核日期', en: 'A review date is needed' },
    detail: {
      zh: '停表须有复核日期,且晚于停表时间。',
      en: 'A clock stops until a review date, which is later than the stop.',
    },
  },
  clockClosed: { kind: 'conflict', title: { zh: '计时已结束', en: 'The clock is closed' } },
  beforeWhatItFollows: {
    kind: 'conflict',
    title: { zh: '早于前一步', en: 'Earlier than the act it follows' },
    detail: { zh: '前一步发生于 {followed}。', en: 'The act it follows happened at {followed}.' },
  },
  badEscalation: {
    kind: 'invalid',
    title: { zh: '升级规则有误', en: 'The escalation rule is wrong' },
    detail: {
      zh: '级别 "{level}" 有误:每级名称唯一;非紧急事项按服务时间、天或工作日计,紧急事项按分钟或小时计。',
      en: 'Level "{level}" is wrong: names are unique; levels count service time, days or workdays, urgent ones minutes or hours.',
    },
  },
});
