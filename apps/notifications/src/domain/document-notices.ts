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
} as const satisfies Record<string, Localized>;
