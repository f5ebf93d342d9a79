/**
 * What the office promises, in the words people read (G4, Q1). The one list: timelines, inboxes and escalations say the same.
 * A promise of a class that an office adds itself is shown as it was named.
 */
export const promiseNames = {
  accept: { zh: '接手', en: 'acceptance' },
  acknowledge: { zh: '确认', en: 'acknowledgement' },
  answer: { zh: '响应', en: 'answer' },
  approve: { zh: '审核', en: 'approval' },
  review: { zh: '复核', en: 'review' },
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
  receipt: { zh: '收回签收回执', en: 'receipts of its recipients' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type PromiseName = keyof typeof promiseNames;

export function promiseInWords(promise: string, language: 'zh' | 'en'): string {
  return Object.hasOwn(promiseNames, promise) ? promiseNames[promise as PromiseName][language] : promise;
}
