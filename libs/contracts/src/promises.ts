/**
 * What the office promises, in the words people read (G4, Q1). The one list: timelines, inboxes and escalations say the same.
 * A promise of a class that an office adds itself is shown as it was named.
 */
export const promiseNames = {
  accept: { zh: '接手', en: 'acceptance' },
  acknowledge: { zh: '确认', en: 'acknowledgement' },
  'decide-claim': { zh: '审核房屋认领', en: 'decision on a claim of a home' },
  readdress: { zh: '改转他人', en: 'sending it to somebody else' },
  answer: { zh: '响应', en: 'answer' },
  approve: { zh: '审核', en: 'approval' },
  review: { zh: '复核', en: 'review' },
  post: { zh: '业主群发布', en: 'post in the chat group' },
  retract: { zh: '业主群撤回说明', en: 'retraction in the chat group' },
  'put-up': { zh: '张贴纸质公告', en: 'paper put up' },
  'take-down': { zh: '撤下纸质公告', en: 'paper taken down' },
  'first-contact': { zh: '首次联系', en: 'first contact' },
  reply: { zh: '答复', en: 'reply' },
  solved: { zh: '办结', en: 'solution' },
  'taken-by-director': { zh: '主任接手', en: 'taken by the director' },
  'first-result': { zh: '初步结果', en: 'first result' },
  'on-site': { zh: '到场', en: 'on site' },
  plan: { zh: '维修计划', en: 'plan' },
  done: { zh: '完工', en: 'done' },
  'follow-up': { zh: '首次回访', en: 'first try of the follow-up' },
  collect: { zh: '领取邮件', en: 'collection of mail' },
  register: { zh: '当日登记收文', en: 'registration of official mail' },
  propose: { zh: '拟办', en: 'proposed handling' },
  decide: { zh: '批示', en: 'decision' },
  act: { zh: '承办', en: 'acting on it' },
  'nearly-due': { zh: '承办将到期', en: 'due tomorrow' },
  'reply-to-sender': { zh: '答复来文单位', en: 'answer to its sender' },
  read: { zh: '传阅', en: 'reading' },
  'review-draft': { zh: '核稿', en: 'review of the draft' },
  countersign: { zh: '会签', en: 'countersignature' },
  sign: { zh: '签发', en: 'sign-off' },
  'acknowledge-soon': { zh: '确认将到期', en: 'acknowledgement due soon' },
  print: { zh: '文印', en: 'printing' },
  'print-soon': { zh: '文印将到期', en: 'printing due soon' },
  task: { zh: '任务', en: 'a task' },
  'task-soon': { zh: '任务将到期', en: 'a task due soon' },
  'review-suggestion': { zh: '评审建议', en: 'review of the suggestion' },
  measure: { zh: '改进措施', en: 'a measure' },
  outcome: { zh: '落实并告知', en: 'what came of it' },
  'bring-back': { zh: '归还档案', en: 'return of the record' },
  'bring-back-soon': { zh: '归还档案将到期', en: 'return of the record due soon' },
  'finish-stocktake': { zh: '完成档案清点', en: 'finishing the stocktake' },
  'finish-stocktake-soon': { zh: '档案清点将到期', en: 'stocktake due soon' },
  reconcile: { zh: '月度归档核对', en: 'monthly reconciliation of the archives' },
  receipt: { zh: '收回签收回执', en: 'receipts of its recipients' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type PromiseName = keyof typeof promiseNames;

export function promiseInWords(promise: string, language: 'zh' | 'en'): string {
  return Object.hasOwn(promiseNames, promise) ? promiseNames[promise as PromiseName][language] : promise;
}
