/** Kinds of notices (W2.4); each has templates, and designated channels on each site. */
export const noticeKinds = ['outage', 'works', 'safety', 'activity', 'festival'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Ways a notice can go out. Which of them are designated for a kind is the site's to decide. */
export const noticeChannels = [
  'portal-board',
  'in-app',
  'email',
  'sms',
  'wechat',
  'robot',
  'webhook',
  'chat-group',
  'paper-board',
  'door-slip',
] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** What of a site is told: all homes, those of a building or an entrance, one home, or the holders of a role. */
export const audienceScopes = ['site', 'building', 'entrance', 'home', 'role'] as const;
export type AudienceScope = (typeof audienceScopes)[number];

/** Homes that one event about slips names at most, so that a message holds them (256 KiB). */
export const mostSlipsNamed = 500;

/** Work of hands that a notice brings: post into a chat group, say there that it no longer holds, put paper up, take it down. */
export const noticeTaskKinds = ['chat-post', 'chat-retract', 'paper-up', 'paper-down'] as const;
export type NoticeTaskKind = (typeof noticeTaskKinds)[number];
