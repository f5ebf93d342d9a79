import type { Localized } from '@property-office/kernel';

/** What is told of mail and documents; `{field}` is filled from the notification's data, which says nothing of what they are about. */
export const documentNotices = {
  'mail-waiting': { zh: '您有一件邮件 {number} 待领取', en: 'There is a piece of mail {number} for you' },
  'document-to-decide': { zh: '{number} 待您批示', en: '{number} waits for your decision' },
  'document-to-act-on': { zh: '{number} 由您承办', en: '{number} is yours to act on' },
  'document-reminded': { zh: '催办：{number} 请尽快办理', en: 'Reminder: please act on {number}' },
  'document-to-supervise': { zh: '{number} 由您督办', en: '{number} is yours to supervise' },
  'document-supervised': { zh: '您承办的 {number} 已列入督办', en: '{number}, on which you act, is supervised' },
  'document-to-read': { zh: '{number} 请您传阅', en: 'Please read {number}' },
  'outgoing-to-review': { zh: '{number} 待您核稿', en: '{number} waits for your review' },
  'outgoing-to-countersign': { zh: '{number} 待您会签', en: '{number} waits for your countersignature' },
  'outgoing-to-sign': { zh: '{number} 待签发', en: '{number} waits to be signed off' },
  'outgoing-to-sign-again': { zh: '{number} 签发后内容有改动，须重新签发', en: '{number} was changed in substance and waits to be signed off again' },
  'outgoing-returned': { zh: '{number} 已退回，请修改', en: '{number} was returned to you' },
  'outgoing-signed': { zh: '{number} 已签发，请复核、编号', en: '{number} is signed off: check and number it' },
  'outgoing-seal-to-approve': { zh: '{number} 已印制，待批准用印', en: '{number} is printed and waits for the seal to be approved' },
  'outgoing-seal-approved': { zh: '{number} 已批准用印', en: 'The seal may be used on {number}' },
  'outgoing-to-file': { zh: '{number} 回执已收齐，可以归档', en: 'All receipts of {number} are back: file it' },
  'directive-to-acknowledge': { zh: '指示 {number} 请您确认', en: 'Please acknowledge the directive {number}' },
  'directive-acknowledged': { zh: '指示 {number} 已全部确认', en: 'Everybody has acknowledged the directive {number}' },
  'directive-withdrawn': { zh: '指示 {number} 已撤回', en: 'The directive {number} was withdrawn' },
  'directive-replaced': { zh: '指示 {number} 已由新指示替代', en: 'Another directive takes the place of {number}' },
  'print-job-waiting': { zh: '文印任务 {number} 待接单', en: 'The print job {number} waits to be taken' },
  'print-job-done': { zh: '您申请的文印 {number} 已完成', en: 'Your print job {number} is done' },
  'print-job-returned': { zh: '您申请的文印 {number} 已退回', en: 'Your print job {number} was handed back' },
} as const satisfies Record<string, Localized>;
