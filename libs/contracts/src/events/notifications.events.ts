import { Type } from 'typebox';
import { audienceScopes, mostSlipsNamed, noticeChannels, noticeKinds, noticeTaskKinds } from '../notices';
import { roles } from '../roles';
import { linkWays, secondPersonBodies } from '../second-persons';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
/** An edition of a notice is an aggregate of its own; `number` is the same for all editions. */
const notice = {
  number: Type.String(),
  edition: Type.Integer({ minimum: 1 }),
  kind: Type.Enum(noticeKinds),
  ...late,
};
/** SHA-256 (hex) over the canonical form of the text, its files' hashes, audience and channels. */
const contentHash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const text = { contentHash, attachmentIds: Type.Array(Id) };
const target = Type.Object({ scope: Type.Enum(audienceScopes), placeId: Nullable(Id), role: Nullable(Type.Enum(roles)) });
/** Of a decision without an account: by which single-use link, for somebody of which body, issued by whom. Who it was stays with the notice. */
const byLink = { byLink: Type.Optional(Type.Object({ linkId: Id, body: Type.Enum(secondPersonBodies), issuedBy: Id })) };
const words = Type.String({ maxLength: 2000 });
const personalWords = (field: string): string[] => [field, 'lateReason'];

/** How many slips, and of which homes; without these where it was recorded before they were named. */
const slips = { homes: Type.Integer({ minimum: 1 }), homeIds: Type.Optional(Type.Array(Id, { maxItems: mostSlipsNamed })) };

const task = { noticeId: Id, number: Type.String(), task: Type.Enum(noticeTaskKinds), posterId: Id };

export const notificationsEvents = {
  'notifications.notice-drafted.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'A notice, or a new edition that corrects one, is being written.',
    data: Type.Object({ ...notice, ...text, correctsId: Nullable(Id) }),
    personal: ['lateReason'],
  }),
  'notifications.notice-edited.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Its text, files, audience or channels are others now.',
    data: Type.Object({ ...notice, ...text }),
    personal: ['lateReason'],
  }),
  'notifications.notice-submitted.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It waits for the approval of somebody who has not written it.',
    data: Type.Object({ ...notice, contentHash }),
    personal: ['lateReason'],
  }),
  'notifications.notice-recalled.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It is a draft again before anybody decided.',
    data: Type.Object(notice),
    personal: ['lateReason'],
  }),
  'notifications.notice-approved.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'What has this hash may be released, and nothing else.',
    data: Type.Object({ ...notice, contentHash, ...byLink }),
    personal: ['lateReason'],
  }),
  'notifications.notice-returned.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It goes back to whoever wrote it, with remarks.',
    data: Type.Object({ ...notice, remarks: words, ...byLink }),
    personal: personalWords('remarks'),
  }),
  'notifications.notice-link-issued.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Somebody of another body may decide on it by a single-use link (G1).',
    data: Type.Object({ ...notice, linkId: Id, contentHash, body: Type.Enum(secondPersonBodies), sentBy: Type.Enum(linkWays), expiresAt: Instant }),
    personal: ['lateReason'],
  }),
  'notifications.notice-link-revoked.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'The link opens nothing any more.',
    data: Type.Object({ ...notice, linkId: Id }),
    personal: ['lateReason'],
  }),
  'notifications.notice-scheduled.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It is released by itself at a time.',
    data: Type.Object({ ...notice, releaseAt: Instant }),
    personal: ['lateReason'],
  }),
  'notifications.notice-unscheduled.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It waits for somebody to release it.',
    data: Type.Object(notice),
    personal: ['lateReason'],
  }),
  'notifications.notice-released.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It is out: the one event of a release, with what an archive needs to know of it.',
    data: Type.Object({
      ...notice,
      ...text,
      /** Of the Chinese text. */
      title: words,
      lane: Type.Enum(['reviewed', 'night']),
      approvedAt: Nullable(Instant),
      approvedBy: Nullable(Id),
      releasedAt: Instant,
      validUntil: Nullable(Instant),
      /** Of the night lane: until when the director looks at it. */
      reviewBy: Nullable(Instant),
      channels: Type.Array(Type.Enum(noticeChannels)),
      audience: Type.Array(target),
      onPublicBoard: Type.Boolean(),
      correctsId: Nullable(Id),
    }),
    personal: personalWords('title'),
  }),
  'notifications.notice-expired.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Its time is over.',
    data: Type.Object(notice),
  }),
  'notifications.notice-withdrawn.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'It no longer holds, or will not be released; why is said.',
    data: Type.Object({ ...notice, reason: words, from: Type.String() }),
    personal: personalWords('reason'),
  }),
  'notifications.notice-corrected.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'A new edition stands in its place.',
    data: Type.Object({ ...notice, correctedById: Id }),
    personal: ['lateReason'],
  }),
  'notifications.notice-discarded.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'The draft is given up.',
    data: Type.Object(notice),
    personal: ['lateReason'],
  }),
  'notifications.notice-reviewed.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'The director has looked at what was released at night.',
    data: Type.Object({ ...notice, verdict: Type.Enum(['accepted', 'objected']), remarks: Nullable(words) }),
    personal: personalWords('remarks'),
  }),
  'notifications.notice-escalated.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Its approval, or its review after the night, was due, and a level of the escalation plan was reached (G5).',
    data: Type.Object({ ...notice, ...escalation }),
    personal: ['lateReason'],
  }),
  'notifications.notice-shown-on-time.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'What was entered later shows that the time of a level had not come (G2).',
    data: Type.Object({ ...notice, ...promised, level: Type.String() }),
    personal: ['lateReason'],
  }),
  // The two that follow are in ledgers of before notices ran on the clocks of the office.
  'notifications.notice-review-escalated.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Nobody has looked at a notice of the night yet; who is told now, or that there was nobody to tell.',
    data: Type.Object({ ...notice, level: Type.Enum(['director', 'company']), told: Type.Array(Id), skipped: Type.Boolean() }),
  }),
  'notifications.notice-approval-escalated.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Nobody has decided on a submitted notice yet; who is told now, or that there was nobody to tell.',
    data: Type.Object({ ...notice, level: Type.Enum(['approver', 'director', 'company']), told: Type.Array(Id), skipped: Type.Boolean() }),
  }),
  'notifications.notice-reminded.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Those who had not read it were reminded.',
    data: Type.Object({ ...notice, round: Type.Integer({ minimum: 1 }), people: Type.Integer({ minimum: 0 }) }),
    personal: ['lateReason'],
  }),
  'notifications.notice-slips-left.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Slips were left under the doors of homes that no channel reaches.',
    data: Type.Object({ ...notice, ...slips }),
    personal: ['lateReason'],
  }),
  'notifications.notice-slips-corrected.v1': event({
    producer: 'notifications',
    aggregate: 'notice',
    summary: 'Slips that were recorded as left were not.',
    data: Type.Object({ ...notice, ...slips, reason: words }),
    personal: personalWords('reason'),
  }),
  'notifications.notice-task-set.v1': event({
    producer: 'notifications',
    aggregate: 'notice-task',
    summary: 'Somebody is to post a notice, say where it was posted that it no longer holds, put it up or take it down.',
    data: Type.Object({
      ...task,
      where: Type.String(),
      dueAt: Instant,
      /** Nobody has shown that the old one was out there: it may have been. */
      unproven: Type.Optional(Type.Boolean()),
    }),
  }),
  'notifications.notice-task-escalated.v1': event({
    producer: 'notifications',
    aggregate: 'notice-task',
    summary: 'The task is late, and a level of the escalation plan was reached (G5).',
    data: Type.Object({ ...task, ...escalation }),
  }),
  'notifications.notice-task-shown-on-time.v1': event({
    producer: 'notifications',
    aggregate: 'notice-task',
    summary: 'What was entered later shows that the time of a level had not come (G2).',
    data: Type.Object({ ...task, ...promised, level: Type.String() }),
  }),
  // In ledgers of before posting tasks ran on the clocks of the office.
  'notifications.notice-task-reminded.v1': event({
    producer: 'notifications',
    aggregate: 'notice-task',
    summary: 'The task is late: who is told now, or that there was nobody to tell.',
    data: Type.Object({ ...task, told: Type.Array(Id), skipped: Type.Boolean() }),
  }),
  'notifications.notice-task-done.v1': event({
    producer: 'notifications',
    aggregate: 'notice-task',
    summary: 'It is done, and the picture shows it.',
    data: Type.Object({ ...task, ...late, attachmentIds: Type.Array(Id) }),
    personal: ['lateReason'],
  }),
  'notifications.notice-task-cancelled.v1': event({
    producer: 'notifications',
    aggregate: 'notice-task',
    summary: 'The notice no longer holds: there is nothing to post.',
    data: Type.Object(task),
  }),
  'notifications.notice-channels-set.v1': event({
    producer: 'notifications',
    aggregate: 'notice-channels',
    summary: 'These are the designated channels of a kind on a site.',
    data: Type.Object({
      kind: Type.Enum(noticeKinds),
      channels: Type.Array(Type.Enum(noticeChannels)),
      chatGroups: Type.Array(Type.Object({ name: Type.String(), posterId: Id })),
      paperBoards: Type.Array(Type.Object({ name: Type.String(), posterId: Id })),
    }),
  }),
};
