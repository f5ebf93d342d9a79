import type { ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

type PhoneNoteEventType = Extract<ReactableEventType, `reception.phone-note-${string}`>;

/** What the timeline of a phone note says; who rang, and their message, are in no event. */
export const phoneNoteSentences: Record<PhoneNoteEventType, Localized> = {
  'reception.phone-note-left.v1': { zh: '已登记转告，编号 {number}', en: 'Left as {number}' },
  'reception.phone-note-acknowledged.v1': { zh: '同事已确认收到', en: 'The colleague knows of it' },
  'reception.phone-note-returned.v1': { zh: '已退回：{reason}', en: 'Returned: {reason}' },
  'reception.phone-note-readdressed.v1': { zh: '已改转他人（第 {round} 次转告）', en: 'For another colleague now (round {round})' },
  'reception.phone-note-escalated.v1': { zh: '“{promise}”升级提醒：{to}，{outcome}', en: 'Escalated ({promise}): {to}, {outcome}' },
  'reception.phone-note-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的升级提醒保留', en: 'Later shown to be on time ({promise}); the escalation stays' },
  'reception.phone-note-forgotten.v1': { zh: '保存期满，个人信息已删除', en: 'The retention is over: what was personal was removed' },
};
