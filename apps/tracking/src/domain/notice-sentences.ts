import type { ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

/** What happens to a notice and to the posting tasks it brings; which channels a site has is of no notice. */
type NoticeEventType = Exclude<Extract<ReactableEventType, `notifications.notice-${string}`>, 'notifications.notice-channels-set.v1'>;

/** What the timeline of a notice says; `{field}` is taken from the event's data. */
export const noticeSentences: Record<NoticeEventType, Localized> = {
  'notifications.notice-drafted.v1': { zh: '已起草，编号 {number}，第 {edition} 版', en: 'Drafted as {number}, edition {edition}' },
  'notifications.notice-edited.v1': { zh: '已修改', en: 'Edited' },
  'notifications.notice-submitted.v1': { zh: '已送审', en: 'Submitted for approval' },
  'notifications.notice-recalled.v1': { zh: '已收回送审', en: 'Taken back before anybody decided' },
  'notifications.notice-approved.v1': { zh: '已审核通过', en: 'Approved' },
  'notifications.notice-returned.v1': { zh: '审核退回：{remarks}', en: 'Returned with remarks: {remarks}' },
  'notifications.notice-link-issued.v1': { zh: '已出具一次性审核链接', en: 'A single-use link to decide by was issued' },
  'notifications.notice-link-revoked.v1': { zh: '一次性审核链接已作废', en: 'The single-use link was revoked' },
  'notifications.notice-scheduled.v1': { zh: '定时发布：{releaseAt}', en: 'To be released: {releaseAt}' },
  'notifications.notice-unscheduled.v1': { zh: '已取消定时发布', en: 'No longer released by itself' },
  'notifications.notice-released.v1': { zh: '已发布：{title}', en: 'Released: {title}' },
  'notifications.notice-expired.v1': { zh: '已到期', en: 'Expired' },
  'notifications.notice-withdrawn.v1': { zh: '已撤回：{reason}', en: 'Withdrawn: {reason}' },
  'notifications.notice-corrected.v1': { zh: '已由新的一版更正', en: 'Corrected by a new edition' },
  'notifications.notice-discarded.v1': { zh: '已作废', en: 'Given up' },
  'notifications.notice-reviewed.v1': { zh: '夜间发布复核：{verdict} {remarks}', en: 'Reviewed after the night: {verdict} {remarks}' },
  'notifications.notice-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'notifications.notice-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'notifications.notice-review-escalated.v1': { zh: '夜间发布未复核，升级提醒：{level}', en: 'Not reviewed after the night, escalated: {level}' },
  'notifications.notice-approval-escalated.v1': { zh: '未审核，升级提醒：{level}', en: 'Not decided on, escalated: {level}' },
  'notifications.notice-reminded.v1': { zh: '第 {round} 次提醒未读者，共 {people} 人', en: 'Reminder {round} to {people} who had not read it' },
  'notifications.notice-slips-left.v1': { zh: '入户通知单已送达 {homes} 户', en: 'Homes where slips were left: {homes}' },
  'notifications.notice-slips-corrected.v1': { zh: '更正：{homes} 户的通知单未送达：{reason}', en: 'Corrected: homes where slips were not left: {homes}; {reason}' },
  'notifications.notice-task-set.v1': { zh: '张贴任务：{task}（{where}）', en: 'Posting task: {task} ({where})' },
  'notifications.notice-task-escalated.v1': { zh: '张贴任务超时：{task}，“{promise}”升级提醒：{to}，{outcome}', en: 'Posting task late: {task}; escalated ({promise}): {to}, {outcome}' },
  'notifications.notice-task-shown-on-time.v1': { zh: '张贴任务经补录证实未超时：{task}，此前的升级提醒保留', en: 'Posting task later shown to be on time: {task}; the escalation stays' },
  'notifications.notice-task-reminded.v1': { zh: '张贴任务超时，已提醒：{task}', en: 'Posting task late, reminded: {task}' },
  'notifications.notice-task-done.v1': { zh: '张贴任务完成：{task}', en: 'Posting task done: {task}' },
  'notifications.notice-task-cancelled.v1': { zh: '张贴任务取消：{task}', en: 'Posting task cancelled: {task}' },
};
