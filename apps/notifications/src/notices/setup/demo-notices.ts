import type { NoticeKind } from '@property-office/contracts';
import type { NoticeText } from '../domain/notice-content';

export interface DemoNotice {
  kind: NoticeKind;
  zh: NoticeText;
  en: NoticeText;
}

/** What the demonstration's office has to say (DEMO=1), each named by what became of it. */
export const demoNotices = {
  draft: {
    kind: 'activity',
    zh: { title: '新年游园会', body: '诚邀各位业主参加中心花园的新年游园会，时间另行通知。' },
    en: { title: 'New Year fair', body: 'You are invited to the New Year fair in the central garden. The date follows.' },
  },
  submitted: {
    kind: 'works',
    zh: { title: '外墙清洗通知', body: '下周起逐栋清洗外墙，请关好门窗，收好阳台物品。' },
    en: { title: 'Cleaning of the facades', body: 'From next week the facades are cleaned, building by building. Please close your windows and clear your balconies.' },
  },
  returned: {
    kind: 'safety',
    zh: { title: '电动车充电安全提示', body: '请勿在楼道内给电动车充电。' },
    en: { title: 'Charging electric bikes', body: 'Please do not charge electric bikes in the stairwell.' },
  },
  discarded: {
    kind: 'activity',
    zh: { title: '周末露天电影', body: '本周六晚播放露天电影。' },
    en: { title: 'Open-air cinema', body: 'There is an open-air cinema on Saturday night.' },
  },
  approved: {
    kind: 'festival',
    zh: { title: '元旦服务安排', body: '元旦期间客服中心照常值班，报修电话不变。祝您节日快乐。' },
    en: { title: 'Service over the New Year', body: 'The office is on duty over the New Year; the number to call stays the same. We wish you a happy holiday.' },
  },
  scheduled: {
    kind: 'outage',
    zh: { title: '水箱清洗停水通知', body: '3栋水箱清洗，当日 9:00–12:00 停水，请提前储水。' },
    en: { title: 'Cleaning of the water tank', body: 'The water tank of building 3 is cleaned; there is no water from 9:00 to 12:00 that day. Please store some.' },
  },
  released: {
    kind: 'works',
    zh: { title: '3栋电梯更换钢丝绳', body: '3栋电梯更换钢丝绳，工期两天，每天 9:00–17:00 停运一台。' },
    en: { title: 'New ropes for the lifts of building 3', body: 'The ropes of the lifts of building 3 are replaced in two days; one of them is out of service from 9:00 to 17:00.' },
  },
  withdrawn: {
    kind: 'works',
    zh: { title: '3栋单元门禁升级', body: '本周日上午升级3栋单元门禁，期间单元门常开。' },
    en: { title: 'New entry phones in building 3', body: 'The entry phones of building 3 are replaced on Sunday morning; the doors stay open meanwhile.' },
  },
  corrected: {
    kind: 'festival',
    zh: { title: '客服中心时间调整', body: '自下月起客服中心服务时间为每天 8:30–18:00。' },
    en: { title: 'New hours of the office', body: 'From next month the office is open from 8:30 to 18:00 every day.' },
  },
  correction: {
    kind: 'festival',
    zh: { title: '客服中心时间调整', body: '自下月起客服中心服务时间为每天 8:30–20:00。' },
    en: { title: 'New hours of the office', body: 'From next month the office is open from 8:30 to 20:00 every day.' },
  },
  expired: {
    kind: 'outage',
    zh: { title: '临时停水已恢复', body: '3栋临时停水已经恢复，感谢您的耐心。' },
    en: { title: 'The water is back', body: 'The water of building 3 is back. Thank you for your patience.' },
  },
} as const satisfies Record<string, DemoNotice>;
