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
  'on-site': { zh: '到场', en: 'on site' },
  plan: { zh: '维修计划', en: 'plan' },
  done: { zh: '完工', en: 'done' },
  approve: { zh: '审核', en: 'approval' },
  review: { zh: '复核', en: 'review' },
  'follow-up': { zh: '首次回访', en: 'first try of the follow-up' },
};

export function promiseInWords(promise: string, language: keyof Localized): string {
  return Object.hasOwn(words, promise) ? words[promise]![language] : promise;
}
