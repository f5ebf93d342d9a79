import { promiseInWords } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import type { Topic } from './channels';
import { claimantNotices, deskNotices, enquirerNotices } from './desk-notices';
import { documentNotices } from './document-notices';
import { complainantNotices, complaintNotices } from './complaint-notices';

/** What people and groups can be told, of a repair, their work or a notice; `{field}` is filled from the notification's data, which names nobody. */
export const repairNotices = {
  'repair-accepted': { zh: '您的报修 {number} 已受理', en: 'Your repair request {number} was accepted' },
  'repair-on-site': { zh: '维修人员已到场（{number}）', en: 'The technician is on site ({number})' },
  'repair-waiting': { zh: '报修 {number} 需要等待：{reason}', en: 'Repair {number} has to wait: {reason}' },
  'repair-resolved': { zh: '报修 {number} 已完工，我们将回访', en: 'Repair {number} is done, we will follow up' },
  'repair-closed': { zh: '报修 {number} 已结案', en: 'Repair {number} is closed' },
  'repair-reopened': { zh: '报修 {number} 已转返修', en: 'Repair {number} was reopened' },
  'repair-cancelled': { zh: '报修 {number} 已取消', en: 'Repair {number} was cancelled' },
  'repair-goes-on': { zh: '报修 {number} 的取消已撤回，继续处理', en: 'The cancellation of repair {number} was taken back: it goes on' },
  'repair-merged': { zh: '您的报修 {number} 与 {into} 为同一问题，已并单处理，结果会告诉您', en: 'Your repair {number} is the same as {into} and was merged into it; you will hear what becomes of it' },
  'repair-unmerged': { zh: '您的报修 {number} 已恢复单独处理', en: 'Your repair {number} goes on by itself again' },
  'repair-double-resolved': { zh: '您的报修 {number} 已并入 {into}，{into} 已完工', en: 'Your repair {number} was merged into {into}, and {into} is done' },
  'repair-double-closed': { zh: '您的报修 {number} 已并入 {into}，{into} 已结案', en: 'Your repair {number} was merged into {into}, and {into} is closed' },
  'repair-double-reopened': { zh: '您的报修 {number} 已并入 {into}，{into} 已转返修', en: 'Your repair {number} was merged into {into}, and {into} was reopened' },
  'repair-shared-resolved': { zh: '您也遇到的问题（{number}）已完工', en: 'What you have met, too, is done ({number})' },
  'repair-shared-closed': { zh: '您也遇到的问题（{number}）已结案', en: 'What you have met, too, is closed ({number})' },
  'repair-shared-reopened': { zh: '您也遇到的问题（{number}）已转返修', en: 'What you have met, too, was reopened ({number})' },
  'repair-shared-double-resolved': { zh: '您也遇到的问题（{number}）已并入 {into}，{into} 已完工', en: 'The problem you met, too ({number}), was merged into {into}, and {into} is done' },
  'repair-shared-double-closed': { zh: '您也遇到的问题（{number}）已并入 {into}，{into} 已结案', en: 'The problem you met, too ({number}), was merged into {into}, and {into} is closed' },
  'repair-shared-double-reopened': { zh: '您也遇到的问题（{number}）已并入 {into}，{into} 已转返修', en: 'The problem you met, too ({number}), was merged into {into}, and {into} was reopened' },
  'repair-shared-cancelled': { zh: '您也遇到的问题（{number}）已取消；如仍存在，请您报修', en: 'What you have met, too, was cancelled ({number}); if it is still there, please report it' },
  'repair-shared-goes-on': { zh: '您也遇到的问题（{number}）的取消已撤回，继续处理', en: 'What you have met, too, goes on: its cancellation was taken back ({number})' },
  'repair-commented': { zh: '报修 {number} 有新留言', en: 'There is a new comment on repair {number}' },
  'repair-reported': { zh: '新报修 {number}（{repairClass}）', en: 'New repair request {number} ({repairClass})' },
  'work-order-yours': { zh: '新的派工单 {workOrderNumber}', en: 'New work order {workOrderNumber}' },
  'work-order-changed': { zh: '派工单 {workOrderNumber} 的内容已更正，请查看', en: 'Work order {workOrderNumber} was corrected, please look at it' },
  'work-order-withdrawn': { zh: '派工单 {workOrderNumber} 已撤回', en: 'Work order {workOrderNumber} was withdrawn' },
  'work-urged': { zh: '报修 {number} 被催单（第 {count} 次），请尽快处理', en: 'Repair {number} was urged ({count}), please see to it' },
  'work-rated-badly': { zh: '报修 {number} 被评 {rating} 星，已转返修', en: 'Repair {number} was rated {rating} of 5 and reopened' },
  'promise-late': { zh: '{number} 的“{promise}”已升级给您，请处理', en: '{number}: “{promise}” was escalated to you' },
  'unnumbered-promise-late': { zh: '“{promise}”已升级给您，请处理', en: '“{promise}” was escalated to you' },
  'follow-up-unsatisfied': { zh: '报修 {number} 回访不满意，已转返修', en: 'Repair {number}: the reporter is not satisfied, it was reopened' },
  'webhook-disabled': { zh: 'Webhook“{name}”连续失败，已停用', en: 'Webhook "{name}" kept failing and was switched off' },
  'telephone-changed': { zh: '物业更改了您的联系电话，您已在各设备退出登录；如非本人要求，请立即联系物业', en: 'The office changed your telephone number and signed you out everywhere; if you did not ask for it, call the office at once' },
  'telephone-opens': { zh: '物业登记的新手机号现在可以登录您的账号；如非本人操作，请立即联系物业', en: 'The new number now opens your account; if it was not you, call the office at once' },
  ...deskNotices,
  ...complaintNotices,
  ...documentNotices,
  'notice-released': { zh: '公告：{title}', en: 'Notice: {title}' },
  'notice-reminder': { zh: '请查看公告：{title}', en: 'Please read the notice: {title}' },
  'notice-withdrawn': { zh: '公告已撤回：{title}', en: 'Notice withdrawn: {title}' },
  'notice-corrected': { zh: '公告已更正：{title}', en: 'Notice corrected: {title}' },
  'notice-to-approve': { zh: '公告待审核：{title}', en: 'A notice waits for approval: {title}' },
  // Said before notices ran on the clocks of the office: they stand in inboxes.
  'notice-approval-late': { zh: '公告仍待审核：{title}', en: 'A notice still waits for approval: {title}' },
  'notice-returned': { zh: '公告被退回：{title}', en: 'A notice came back with remarks: {title}' },
  'notice-to-review': { zh: '夜间发布待复核：{title}', en: 'Released at night, to be reviewed: {title}' },
  // As `notice-approval-late`.
  'notice-review-overdue': { zh: '夜间发布超过 24 小时未复核：{title}', en: 'Released at night and not reviewed within 24 hours: {title}' },
  'notice-objected': { zh: '夜间发布的公告有异议：{title}', en: 'There is an objection to a notice of the night: {title}' },
  'notice-task-yours': { zh: '请张贴公告（{place}）：{title}', en: 'Please post a notice ({place}): {title}' },
  'notice-task-retract': { zh: '请在群内说明公告已撤回或更正（{place}）：{title}', en: 'Please say in the group that a notice no longer holds ({place}): {title}' },
  'notice-task-down': { zh: '请撤下公告（{place}）：{title}', en: 'Please take a notice down ({place}): {title}' },
  // As `notice-approval-late`.
  'notice-task-late': { zh: '张贴任务已超时（{place}）：{title}', en: 'A posting task is late ({place}): {title}' },
  'notice-approved-by-own-link': { zh: '公告已凭送审人出具的链接审核通过：{title}', en: 'A notice was approved by a link its submitter issued: {title}' },
  'notice-approved': { zh: '公告已审核：{title}', en: 'A notice was approved: {title}' },
} as const satisfies Record<string, Localized>;

export type NoticeKind = keyof typeof repairNotices;
/** What is said of a notice (公告). */
export type NoticeInboxKind = Extract<NoticeKind, `notice-${string}`>;

export function titleOf(kind: NoticeKind, data: Readonly<Record<string, unknown>>, language: keyof Localized): string {
  return repairNotices[kind][language].replace(/\{(\w+)\}/g, (_, field: string) =>
    field === 'promise' ? promiseInWords(String(data[field]), language) : said(data[field], language),
  );
}

/** A value is the same in both languages, or one for each: the title of a notice. */
function said(value: unknown, language: keyof Localized): string {
  if (typeof value === 'object' && value !== null) return String((value as Partial<Localized>)[language] ?? '');
  return String(value ?? '');
}

/** Those for people whom no event names: their services tell them. */
export const unnamedNotices: ReadonlySet<string> = new Set([...complainantNotices, ...enquirerNotices]);

/** Under which topic a person chooses the channels of a notice. */
export function topicOf(kind: NoticeKind): Topic {
  // What residents are told of what they turned to us with goes where they want to hear of their repairs; what the staff are told is work.
  return kind.startsWith('repair-') || unnamedNotices.has(kind) || claimantNotices.has(kind) ? 'repairs' : 'work';
}
