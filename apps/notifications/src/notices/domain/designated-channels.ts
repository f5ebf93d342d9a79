import type { NoticeChannel, NoticeKind } from '@property-office/contracts';

/**
 * Shipped as editable defaults (source "initial proposal"): a site changes them kind by kind. Chat groups and paper boards
 * are not among them: they need somebody who is named.
 */
export const proposedChannels: Readonly<Record<NoticeKind, readonly NoticeChannel[]>> = {
  outage: ['portal-board', 'in-app', 'email', 'sms', 'wechat', 'door-slip'],
  works: ['portal-board', 'in-app', 'email', 'wechat', 'door-slip'],
  safety: ['portal-board', 'in-app', 'email', 'sms', 'wechat', 'door-slip', 'robot', 'webhook'],
  activity: ['portal-board', 'in-app', 'email', 'wechat'],
  festival: ['portal-board', 'in-app', 'email', 'wechat'],
};

/** A residents' chat group or a paper board, and who posts there. */
export interface PostingPlace {
  name: string;
  posterId: string;
}

/** Where the notices of one kind on one site go. */
export interface DesignatedChannels {
  channels: readonly NoticeChannel[];
  chatGroups: readonly PostingPlace[];
  paperBoards: readonly PostingPlace[];
}

/** Channels that reach a person, each with a row for everybody it reaches. */
export const personalChannels = ['in-app', 'email', 'sms', 'wechat'] as const satisfies readonly NoticeChannel[];
export type PersonalChannel = (typeof personalChannels)[number];

export function isPersonal(channel: NoticeChannel): channel is PersonalChannel {
  return personalChannels.some((each) => each === channel);
}
