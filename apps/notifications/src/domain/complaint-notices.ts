import type { Localized } from '@property-office/kernel';

/** What a person can be told of a complaint or suggestion: its number and nothing of who complains, or about whom (W2.3). */
export const complaintNotices = {
  'complaint-accepted': { zh: '您的投诉 {number} 已登记', en: 'Your complaint {number} was recorded' },
  'complaint-acknowledged': { zh: '您的投诉 {number} 已受理', en: 'Your complaint {number} is being dealt with' },
  'complaint-promised': { zh: '投诉 {number}：我们已致歉并承诺办结日期', en: 'Complaint {number}: we apologise, and promise a date' },
  'complaint-explained': { zh: '投诉 {number} 已有答复', en: 'Complaint {number} was answered' },
  'complaint-result': { zh: '投诉 {number} 已有处理结果', en: 'There is a result of complaint {number}' },
  'complaint-extended': { zh: '投诉 {number} 的办结日期有变', en: 'Complaint {number} has a new date' },
  'complaint-disputed': { zh: '投诉 {number} 已升级，由新的处理人办理', en: 'Complaint {number} went one level up, to somebody new' },
  'complaint-closed': { zh: '投诉 {number} 已结案', en: 'Complaint {number} is closed' },
  'complaint-merged': { zh: '您的投诉与投诉 {number} 为同一事项，已并入一并办理', en: 'Your complaint goes on as {number}, which is about the same matter' },
  'suggestion-accepted': { zh: '您的建议 {number} 已登记', en: 'Your suggestion {number} was recorded' },
  'suggestion-answered': { zh: '您的建议 {number} 已有答复', en: 'Your suggestion {number} was answered' },
  'suggestion-carried-out': { zh: '您的建议 {number} 已落实', en: 'Your suggestion {number} was carried out' },
  'complaint-yours': { zh: '投诉 {number} 由您处理', en: 'Complaint {number} is yours to handle' },
  'complaint-major': { zh: '重大投诉 {number}，请立即处理', en: 'Major complaint {number}: please take it at once' },
  'complaint-unassigned': { zh: '投诉 {number} 等待指定处理人', en: 'Complaint {number} waits for somebody to handle it' },
  'complaint-task': { zh: '投诉 {number} 有一项任务由您完成', en: 'A task of complaint {number} is yours' },
  'complaint-task-done': { zh: '投诉 {number} 的一项任务已完成', en: 'A task of complaint {number} is done' },
  'complaint-task-cancelled': { zh: '投诉 {number} 的一项任务已取消，您不必再办', en: 'A task of complaint {number} that was yours is cancelled' },
  'complaint-task-off': { zh: '投诉 {number} 的一项任务已取消；如仍需办理，请另行安排', en: 'A task of complaint {number} was cancelled; if it is still to be done, please give it to somebody' },
  'complaint-extension-asked': { zh: '投诉 {number} 申请延期，请审批', en: 'An extension of complaint {number} waits for your approval' },
  'complaint-extension-decided': { zh: '投诉 {number} 的延期申请已有结果', en: 'The extension of complaint {number} was decided' },
  'complaint-dissent': { zh: '投诉 {number} 回访不满意，最终决定不变', en: 'Complaint {number}: not satisfied after the final decision' },
  'complaint-rests': { zh: '您处理的投诉 {number} 已并入 {into}，由其继续办理', en: 'Complaint {number}, which was yours to handle, was merged into {into}, which goes on for it' },
  'complaint-goes-on': { zh: '投诉 {double} 已并入您处理的投诉 {number}，请一并办理', en: 'Complaint {double} was merged into {number}, which is yours to handle and goes on for both' },
  'follow-up-passed-on': { zh: '重大投诉 {number} 的经办人须回避，请您回访', en: 'Everybody whose it was handled major complaint {number}: please follow it up' },
  'suggestion-to-review': { zh: '建议 {number} 等待评审', en: 'Suggestion {number} waits for a review' },
  'measure-yours': { zh: '改进措施 {number} 由您落实', en: 'Measure {number} is yours to carry out' },
  'suggestion-yours': { zh: '建议 {number} 由您落实', en: 'Suggestion {number} is yours to carry out' },
} as const satisfies Record<string, Localized>;

/** Those a complainant, or whoever made a suggestion, is told by complaints itself. */
export const complainantNotices: ReadonlySet<string> = new Set<keyof typeof complaintNotices>([
  'complaint-accepted',
  'complaint-acknowledged',
  'complaint-promised',
  'complaint-explained',
  'complaint-result',
  'complaint-extended',
  'complaint-disputed',
  'complaint-closed',
  'complaint-merged',
  'suggestion-accepted',
  'suggestion-answered',
  'suggestion-carried-out',
]);
