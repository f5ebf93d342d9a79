import type { Localized } from '@property-office/kernel';

/** Promises as people read them; one of a class that was added later is shown as it was named. */
const words: Readonly<Record<string, Localized>> = {
  accept: { zh: '接手', en: 'acceptance' },
  acknowledge: { zh: '确认', en: 'acknowledgement' },
  answer: { zh: '响应', en: 'answer' },
  'first-contact': { zh: '首次联系投诉人', en: 'first contact' },
  reply: { zh: '答复投诉人', en: 'reply' },
  solved: { zh: '办结', en: 'solution' },
  'taken-by-director': { zh: '主任接手', en: 'taken by the director' },
  'first-result': { zh: '初步结果', en: 'first result' },
  collect: { zh: '领取邮件', en: 'collection of mail' },
  register: { zh: '当日登记收文', en: 'registration of official mail' },
  propose: { zh: '拟办', en: 'proposed handling' },
  decide: { zh: '批示', en: 'decision' },
  act: { zh: '承办', en: 'acting on it' },
  'nearly-due': { zh: '承办将到期', en: 'due tomorrow' },
  'reply-to-sender': { zh: '答复来文单位', en: 'answer to its sender' },
  read: { zh: '传阅', en: 'reading' },
  'on-site': { zh: '到场', en: 'on site' },
  plan: { zh: '维修计划', en: 'plan' },
  done: { zh: '完工', en: 'done' },
  'follow-up': { zh: '首次回访', en: 'first try of the follow-up' },
};

export function promiseInWords(promise: string, language: keyof Localized): string {
  return Object.hasOwn(words, promise) ? words[promise]![language] : promise;
}
