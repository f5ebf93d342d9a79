import { defaultTimeZone, localTime } from '@property-office/calendar';
import type { ContactChannel, ConversionKind, NoticeTaskKind, PauseReason, ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { documentSentences } from './document-sentences';
import { escalationWords, type EscalationWord } from './escalation-words';
import { homeClaimSentences } from './home-claim-sentences';
import { noticeSentences } from './notice-sentences';
import { outgoingSentences } from './outgoing-sentences';
import { phoneNoteSentences } from './phone-note-sentences';
import { valueAt } from './value-at';

/** Events that reach timelines: everything the services of the main flow announce, and what happens to a contact, a phone note, a claim of a home, a document or a notice. */
export type TimelineEventType = Exclude<
  Extract<
    ReactableEventType,
    | `${'tickets' | 'dispatch' | 'followups'}.${string}`
    | `notifications.${'escalation' | 'notice'}-${string}`
    | `reception.${'contact' | 'phone-note' | 'home-claim'}-${string}`
    | `directory.home-claim${string}`
    | `documents.${'incoming' | 'outgoing'}-${string}`
  >,
  `followups.complaint-${string}` | 'notifications.notice-channels-set.v1'
>;

/** The sentence of the timeline for each event; `{field}`, or `{field.of}`, is taken from the event's data. What stands in `[]` around one is said where there is such a field. */
const sentences: Record<TimelineEventType, Localized> = {
  'tickets.repair-requested.v1': { zh: '已报修，编号 {number}', en: 'Reported as {number}' },
  'tickets.repair-reopened.v1': { zh: '要求返修（第 {episode} 轮）：{reason}', en: 'Reopened (episode {episode}): {reason}' },
  'tickets.repair-cancelled.v1': { zh: '已取消：{reason}', en: 'Cancelled: {reason}' },
  'tickets.repair-commented.v1': { zh: '留言：{comment}', en: 'Comment: {comment}' },
  'tickets.repair-urged.v1': { zh: '第 {count} 次催单 {words}', en: 'Urged ({count}) {words}' },
  'tickets.repair-rated.v1': { zh: '报修人评价 {rating} 星 {words}', en: 'Rated {rating} of 5 {words}' },
  'tickets.repair-merged.v1': { zh: '与报修 {into.number} 为同一问题，已并单', en: 'The same as {into.number}, and merged into it' },
  'tickets.repair-unmerged.v1': { zh: '已撤销与报修 {from.number} 的并单', en: 'No longer merged into {from.number}' },
  'tickets.repair-double-joined.v1': { zh: '报修 {double.number} 并入此单', en: '{double.number} was merged into this one' },
  'tickets.repair-double-left.v1': { zh: '报修 {double.number} 不再并入此单', en: '{double.number} is no longer merged into this one' },
  'tickets.repair-joined.v1': { zh: '又有住户也遇到（共 {count} 人）', en: 'Somebody else has met it, too ({count} by now)' },
  'tickets.repair-progressed.v1': { zh: '状态：{to}', en: 'Now {to}' },
  'tickets.repair-resolved.v1': { zh: '维修已完工，等待回访', en: 'The work is done and will be followed up' },
  'tickets.repair-closed.v1': { zh: '已结案', en: 'Closed' },
  'tickets.repair-corrected.v1': { zh: '已更正报修信息：{reason}', en: 'Corrected: {reason}' },
  'tickets.act-taken-back.v1': { zh: '已撤回上一步操作', en: 'The last act was taken back' },
  'tickets.repair-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'tickets.repair-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'tickets.repair-planned.v1': { zh: '计划完成时间：{plannedFor}', en: 'Planned for {plannedFor}' },
  'tickets.fact-came-too-late.v1': { zh: '收到一条已过时的进展，不影响当前状态', en: 'Something came too late to change anything' },
  'dispatch.work-order-created.v1': { zh: '已生成派工单 {workOrderNumber}', en: 'Work order {workOrderNumber}' },
  'dispatch.work-order-queued.v1': { zh: '派工单 {workOrderNumber} 等待人工派单', en: 'Work order {workOrderNumber} waits to be assigned by hand' },
  'dispatch.work-order-offered.v1': { zh: '派工单 {workOrderNumber} 等待班组抢单', en: 'Crews may claim work order {workOrderNumber}' },
  'dispatch.work-order-assigned.v1': { zh: '派工单 {workOrderNumber} 已指派', en: 'Work order {workOrderNumber} is assigned' },
  'dispatch.work-order-accepted.v1': { zh: '维修工已接单', en: 'A technician took the job' },
  'dispatch.work-order-declined.v1': { zh: '维修工退单，正在重新派单：{reason}', en: 'Handed back and dispatched anew: {reason}' },
  'dispatch.work-order-arrived.v1': { zh: '维修工已到场', en: 'The technician is on site' },
  'dispatch.work-order-paused.v1': { zh: '维修挂起：{reason}', en: 'Work is paused: {reason}' },
  'dispatch.work-order-resumed.v1': { zh: '维修继续', en: 'Work goes on' },
  'dispatch.work-order-finished.v1': { zh: '派工单 {workOrderNumber} 已完工：{workDone}', en: 'Work order {workOrderNumber} is finished: {workDone}' },
  'dispatch.work-order-withdrawn.v1': { zh: '派工单 {workOrderNumber} 已撤回', en: 'Work order {workOrderNumber} is withdrawn' },
  'dispatch.work-order-restored.v1': { zh: '派工单 {workOrderNumber} 已恢复', en: 'Work order {workOrderNumber} is restored' },
  'dispatch.work-order-corrected.v1': { zh: '派工单 {workOrderNumber} 已按更正后的报修更新', en: 'Work order {workOrderNumber} follows the correction' },
  'dispatch.fact-came-too-late.v1': { zh: '收到一条已过时的进展，不影响派工单', en: 'Something came too late to change the work order' },
  'reception.contact-recorded.v1': { zh: '已登记，编号 {number}（{channel}）', en: 'Recorded as {number} ({channel})' },
  'reception.contact-offered.v1': { zh: '已移交，等待接手[（{passedOver}无人值班，已越过）]', en: 'Offered to a colleague, not accepted yet[ (nobody on duty as {passedOver})]' },
  'reception.contact-accepted.v1': { zh: '同事已接手', en: 'A colleague took it over' },
  'reception.contact-returned.v1': { zh: '移交被退回：{reason}', en: 'The hand-over was returned: {reason}' },
  'reception.contact-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'reception.contact-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'reception.contact-answered.v1': { zh: '已答复', en: 'Answered' },
  'reception.contact-guided.v1': { zh: '已指引到：{whereTo}', en: 'Told to turn to: {whereTo}' },
  'reception.contact-forgotten.v1': { zh: '保存期满，个人信息已删除', en: 'The retention is over: what was personal was removed' },
  'reception.contact-converted.v1': { zh: '已转为{to}', en: 'Became a {to}' },
  ...phoneNoteSentences,
  ...homeClaimSentences,
  ...noticeSentences,
  ...documentSentences,
  ...outgoingSentences,
  'followups.follow-up-planned.v1': { zh: '完工后将回访', en: 'A follow-up is planned' },
  'followups.follow-up-due.v1': { zh: '待回访', en: 'The follow-up is due' },
  'followups.follow-up-taken.v1': { zh: '客服正在回访', en: 'The desk follows up' },
  'followups.follow-up-tried.v1': { zh: '第 {tries} 次回访未联系上', en: 'Not reached, try {tries}' },
  'followups.follow-up-completed.v1': { zh: '回访结果：{result}', en: 'Follow-up: {result}' },
  'followups.follow-up-cancelled.v1': { zh: '无需回访', en: 'No follow-up needed' },
  'followups.follow-up-escalated.v1': { zh: '回访超时升级提醒：{to}，{outcome}', en: 'The follow-up is late: {to}, {outcome}' },
  'followups.follow-up-shown-on-time.v1': { zh: '经补录证实回访未超时，此前的升级提醒保留', en: 'The follow-up was later shown to be on time; the escalation stays' },
  'notifications.escalation-answered.v1': { zh: '“{promise}”的升级提醒：{answer}', en: 'The escalation ({promise}) was {answer}' },
  'followups.fact-came-too-late.v1': { zh: '收到一条已过时的进展，不影响回访', en: 'Something came too late to change the follow-up' },
};

type RepairWord = 'open' | 'reopened' | 'assigned' | 'in-progress' | 'waiting';
type FollowUpResult = 'satisfied' | 'unsatisfied' | 'unreachable';

type NoticeWord = NoticeTaskKind | 'accepted' | 'objected' | 'approver';

type Word = PauseReason | RepairWord | FollowUpResult | EscalationWord | ContactChannel | ConversionKind | NoticeWord;

/** Codes in an event's data that people read as words. */
const words: Readonly<Record<Word, Localized>> = {
  assigned: { zh: '已派单', en: 'assigned' },
  'in-progress': { zh: '处理中', en: 'in progress' },
  waiting: { zh: '等待', en: 'waiting' },
  open: { zh: '待受理', en: 'open' },
  reopened: { zh: '返修', en: 'reopened' },
  satisfied: { zh: '满意', en: 'satisfied' },
  unsatisfied: { zh: '不满意', en: 'not satisfied' },
  unreachable: { zh: '未联系上', en: 'not reached' },
  'waiting-for-parts': { zh: '等待配件', en: 'waiting for parts' },
  'nobody-in': { zh: '上门无人', en: 'nobody in' },
  'waiting-for-approval': { zh: '等待审批', en: 'waiting for approval' },
  'waiting-for-other-trade': { zh: '等待其他工种', en: 'waiting for another trade' },
  'waiting-for-outside-body': { zh: '等待外部单位', en: 'waiting for an outside body' },
  ...escalationWords,
  call: { zh: '来电', en: 'call' },
  'walk-in': { zh: '来访', en: 'walk-in' },
  letter: { zh: '来信', en: 'letter' },
  message: { zh: '聊天消息', en: 'message' },
  portal: { zh: '门户', en: 'portal' },
  'repair-request': { zh: '报修', en: 'repair request' },
  complaint: { zh: '投诉', en: 'complaint' },
  suggestion: { zh: '建议', en: 'suggestion' },
  visitor: { zh: '访客', en: 'visitor' },
  'chat-post': { zh: '业主群转发', en: 'post in the chat group' },
  'chat-retract': { zh: '业主群撤回或更正说明', en: 'say in the chat group that it no longer holds' },
  'paper-up': { zh: '张贴纸质公告', en: 'put the paper up' },
  'paper-down': { zh: '撤下纸质公告', en: 'take the paper down' },
  accepted: { zh: '无异议', en: 'accepted' },
  objected: { zh: '有异议', en: 'objected to' },
  approver: { zh: '审核人', en: 'the approver' },
  unsafe: { zh: '现场不安全', en: 'not safe to work' },
};

/** Marks the data of an entry whose act was taken back: it stays to be seen (G3), a comment's words do not. */
export const takenBack = 'takenBack';
const commentTakenBack: Localized = { zh: '留言已撤回', en: 'A comment that was taken back' };
const actTakenBack: Localized = { zh: '（已撤回）', en: ' (taken back)' };

/** Marks the data of an entry whose words were removed when their retention was over (G7). */
export const forgotten = 'forgotten';
const removed: Localized = { zh: '（已删除）', en: '(removed)' };

/** @param timeZone of the site: an instant is told as its clock shows it */
export function summaryOf(type: TimelineEventType, data: Record<string, unknown>, language: keyof Localized, timeZone = defaultTimeZone): string {
  // The table may hold what a newer version of this service has written.
  const sentence = Object.hasOwn(sentences, type) ? sentences[type][language] : type;
  if (data[takenBack] !== true) return filled(sentence, data, language, timeZone);
  if (type === 'tickets.repair-commented.v1') return commentTakenBack[language];
  return `${filled(sentence, data, language, timeZone)}${actTakenBack[language]}`;
}

function filled(sentence: string, data: Record<string, unknown>, language: keyof Localized, timeZone: string): string {
  const unknown = data[forgotten] === true ? removed[language] : '';
  // Nothing was said: a colon would lead to nothing.
  const said = (colon: string, value: string): string => (value === '' ? '' : `${colon}${inWords(value, language)}`);
  const toSay = sentence.replace(/\[([^[\]]*\{([\w.]+)\}[^[\]]*)\]/g, (_, part: string, path: string) => (valueAt(data, path) === undefined ? '' : part));
  return toSay.replace(/(：|: )?\{([\w.]+)\}/g, (_, colon: string | undefined, path: string) => said(colon ?? '', listed(onTheClock(valueAt(data, path), timeZone) ?? unknown, language))).trimEnd();
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function onTheClock(value: unknown, timeZone: string): unknown {
  return typeof value === 'string' && instant.test(value) ? localTime(new Date(value), timeZone) : value;
}

/** Several of one field one after the other. */
function listed(value: unknown, language: keyof Localized): string {
  return Array.isArray(value) ? value.map((each) => inWords(String(each), language)).join(language === 'zh' ? '、' : ', ') : String(value);
}

function inWords(value: string, language: keyof Localized): string {
  return Object.hasOwn(words, value) ? words[value as keyof typeof words][language] : value;
}
