import type { Localized } from '@property-office/kernel';

/** Ways out of the house besides the inbox, which everything goes into (product.md, W2.4). */
export const channels = ['email', 'sms', 'wechat', 'robot', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** Those that reach a person; which of them, the person chooses. */
export const personalChannels = ['email', 'sms', 'wechat'] as const satisfies readonly Channel[];
export type PersonalChannel = (typeof personalChannels)[number];

export const channelNames: Readonly<Record<Channel, Localized>> = {
  email: { zh: '邮件', en: 'e-mail' },
  sms: { zh: '短信', en: 'SMS' },
  wechat: { zh: '微信消息', en: 'WeChat message' },
  robot: { zh: '群机器人', en: 'group robot' },
  webhook: { zh: 'Webhook', en: 'webhook' },
};

/** What a person can have told to them by channels of their choice. */
export const topics = ['repairs', 'work', 'notices'] as const;
export type Topic = (typeof topics)[number];

export const topicNames: Readonly<Record<Topic, Localized>> = {
  repairs: { zh: '报修进展', en: 'progress of repairs' },
  work: { zh: '工作安排', en: 'work' },
  notices: { zh: '公告通知', en: 'notices' },
};
