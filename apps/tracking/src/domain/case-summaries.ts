import type { ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { escalationWords } from './escalation-words';
import { valueAt } from './value-at';

/** Events that reach the timelines of complaints and suggestions. None of them says who complains, so no sentence can. */
export type CaseEventType = Extract<ReactableEventType, `complaints.${string}` | `followups.complaint-${string}` | 'notifications.escalation-answered.v1'>;

/** The sentence for each event; `{field}` is taken from its data. */
const sentences: Record<CaseEventType, Localized> = {
  'complaints.complaint-recorded.v1': { zh: '投诉已登记，编号 {number}', en: 'Complaint recorded as {number}' },
  'complaints.complaint-joined.v1': { zh: '又有投诉人加入，现共 {complainants} 人、{households} 户', en: 'Somebody joined: {complainants} complainants of {households} homes' },
  'complaints.complaint-merged.v1': { zh: '与 {into.number} 为同一事项，已并入一并办理', en: 'Merged into {into.number}, which is about the same matter' },
  'complaints.complaint-double-joined.v1': { zh: '{double.number} 并入本案，现共 {complainants} 人、{households} 户', en: '{double.number} was merged into it: {complainants} complainants of {households} homes' },
  'complaints.complaint-unmerged.v1': { zh: '并入 {into.number} 已撤回，恢复单独办理', en: 'The merge into {into.number} was taken back: it goes on by itself' },
  'complaints.complaint-double-left.v1': {
    zh: '{double.number} 的并入已撤回，本案恢复并案前的情况，现共 {complainants} 人、{households} 户',
    en: 'The merge of {double.number} was taken back, and this one is as before: {complainants} complainants of {households} homes',
  },
  'complaints.complaint-made-major.v1': { zh: '列为重大投诉，已立即上报', en: 'A major complaint: it was reported at once' },
  'complaints.complaint-hidden.v1': { zh: '已对更多人员或班组隐藏', en: 'Hidden from more people or crews' },
  'complaints.complaint-corrected.v1': { zh: '已更正被投诉对象', en: 'Whom it is about was corrected' },
  'complaints.complaint-assigned.v1': { zh: '已指定处理人', en: 'Somebody handles it' },
  'complaints.complaint-acknowledged.v1': { zh: '已受理', en: 'Acknowledged' },
  'complaints.complaint-verified.v1': { zh: '登记了核实情况', en: 'Findings were recorded' },
  'complaints.complaint-decided.v1': { zh: '已判定：{decision}', en: 'Decided: {decision}' },
  'complaints.handling-begun.v1': { zh: '已致歉，并承诺办结日期', en: 'Apologised for, with a promised date' },
  'complaints.complaint-explained.v1': { zh: '已解释并说明所给帮助', en: 'Explained, with the help given' },
  'complaints.task-added.v1': { zh: '已安排任务', en: 'A task was given' },
  'complaints.task-finished.v1': { zh: '任务已完成', en: 'A task is done' },
  'complaints.task-handed-on.v1': { zh: '任务已交由新的处理人', en: 'A task is the new handler’s' },
  'complaints.task-cancelled.v1': { zh: '任务已取消', en: 'A task was cancelled' },
  'complaints.repair-linked.v1': { zh: '已关联报修', en: 'A repair request was linked' },
  'complaints.linked-repair-finished.v1': { zh: '关联的维修已完成', en: 'A linked repair is finished' },
  'complaints.result-recorded.v1': { zh: '已有处理结果，待反馈', en: 'There is a result, feedback follows' },
  'complaints.feedback-given.v1': { zh: '已反馈（{how}）', en: 'Feedback was given ({how})' },
  'complaints.complaint-answered.v1': { zh: '登记了投诉人的答复情况（{answered}/{complainants}）', en: 'What a complainant says to it is on record ({answered} of {complainants})' },
  'complaints.complaint-disputed.v1': { zh: '有异议，升一级办理', en: 'Disputed: it goes one level up' },
  'complaints.extension-asked.v1': { zh: '申请延期', en: 'An extension was asked for' },
  'complaints.extension-decided.v1': { zh: '延期审批：{approved}', en: 'The extension was {approved}' },
  'complaints.extension-told.v1': { zh: '已告知延期，新日期生效', en: 'The extension was told: the new date holds' },
  'complaints.complaint-closed.v1': { zh: '已结案：{answer}', en: 'Closed: {answer}' },
  'complaints.dissent-recorded.v1': { zh: '回访不满意，最终决定不变，意见在案', en: 'Not satisfied; the final decision stands, the dissent is on record' },
  'complaints.fact-came-too-late.v1': { zh: '收到一条已过时的进展，不影响当前状态', en: 'Something came too late to change anything' },
  'complaints.complaint-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'complaints.complaint-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'complaints.suggestion-recorded.v1': { zh: '建议已登记，编号 {number}', en: 'Suggestion recorded as {number}' },
  'complaints.suggestion-reviewed.v1': { zh: '已评审', en: 'Reviewed' },
  'complaints.suggestion-adopted.v1': { zh: '已采纳，有计划和负责人', en: 'Adopted, with plan and owner' },
  'complaints.suggestion-declined.v1': { zh: '未采纳', en: 'Declined' },
  'complaints.suggestion-answered.v1': { zh: '已答复', en: 'Answered' },
  'complaints.suggestion-carried-out.v1': { zh: '已落实', en: 'Carried out' },
  'complaints.cause-measure-set.v1': { zh: '已安排改进措施，编号 {number}', en: 'A measure was set as {number}' },
  'complaints.cause-measure-assigned.v1': { zh: '改由他人落实', en: 'Somebody else carries it out' },
  'complaints.cause-measure-done.v1': { zh: '措施已落实', en: 'The measure is done' },
  'complaints.cause-measure-reviewed.v1': { zh: '措施已复盘', en: 'The measure was reviewed' },
  'complaints.cause-measure-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'complaints.cause-measure-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'complaints.suggestion-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'complaints.suggestion-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'followups.complaint-follow-up-due.v1': { zh: '待回访', en: 'The follow-up is due' },
  'followups.complaint-follow-up-taken.v1': { zh: '正在回访', en: 'It is being followed up' },
  'followups.complaint-follow-up-tried.v1': { zh: '第 {tries} 次回访未联系上', en: 'Not reached, try {tries}' },
  'followups.complaint-follow-up-completed.v1': { zh: '回访结果：{result}', en: 'Follow-up: {result}' },
  'followups.complaint-follow-up-cancelled.v1': { zh: '无需回访', en: 'No follow-up needed' },
  'followups.complaint-follow-up-passed-on.v1': { zh: '经办人须回避，已转由其他人员回访', en: 'Everybody whose follow-up it was had a part in the case: somebody else asks' },
  'followups.complaint-follow-up-escalated.v1': { zh: '回访超时，已升级提醒：{outcome}', en: 'The follow-up is late and was escalated: {outcome}' },
  'followups.complaint-follow-up-shown-on-time.v1': { zh: '经补录证实回访未超时，此前的升级提醒保留', en: 'The follow-up was later shown to be on time; the escalation stays' },
  'notifications.escalation-answered.v1': { zh: '“{promise}”的升级提醒：{answer}', en: 'The escalation ({promise}) was {answer}' },
};

/** Codes in an event's data that people read as words. */
const words: Readonly<Record<string, Localized>> = {
  ours: { zh: '属我方责任', en: 'ours' },
  'partly-ours': { zh: '部分属我方责任', en: 'partly ours' },
  'not-ours': { zh: '不属我方责任', en: 'not ours' },
  unfounded: { zh: '不成立', en: 'unfounded' },
  telephone: { zh: '电话', en: 'by telephone' },
  visit: { zh: '上门', en: 'on a visit' },
  message: { zh: '消息', en: 'by message' },
  letter: { zh: '书面', en: 'by letter' },
  accepted: { zh: '投诉人接受', en: 'accepted' },
  'no-answer': { zh: '投诉人未答复', en: 'nobody answered' },
  dissent: { zh: '投诉人保留意见', en: 'with dissent' },
  satisfied: { zh: '满意', en: 'satisfied' },
  unsatisfied: { zh: '不满意', en: 'not satisfied' },
  unreachable: { zh: '未联系上', en: 'not reached' },
  ...escalationWords,
  true: { zh: '同意', en: 'approved' },
  false: { zh: '不同意', en: 'refused' },
};

/** From whom the case is hidden, and what counts no more, is for services; what other complainants said is not for one of them. */
const notShown: readonly string[] = ['about', 'hiddenFrom', 'handlerIds', 'answers', 'undone'];
/** How a case of several ended: of one who dissents the others would read that somebody does. */
const closedForSeveral: Localized = { zh: '已结案', en: 'Closed' };

function severalAnswered({ answers }: Record<string, unknown>): boolean {
  const counts = Object.values((answers ?? {}) as Record<string, number>);
  return counts.reduce((all, each) => all + each, 0) > 1;
}

/** What whoever sees a case is shown of an event's data. */
export function caseDataOf(data: Record<string, unknown>): Record<string, unknown> {
  const hidden = severalAnswered(data) ? [...notShown, 'answer'] : notShown;
  return Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.includes(name)));
}

export function caseSummaryOf(type: CaseEventType, data: Record<string, unknown>, language: keyof Localized): string {
  // The table may hold what a newer version of this service has written.
  const known = Object.hasOwn(sentences, type) ? sentences[type][language] : type;
  const sentence = severalAnswered(data) ? closedForSeveral[language] : known;
  return sentence.replace(/\{([\w.]+)\}/g, (_, field: string) => {
    const value = String(valueAt(data, field) ?? '');
    return Object.hasOwn(words, value) ? words[value]![language] : value;
  });
}
