import type { ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

type DocumentEventType = Extract<ReactableEventType, `documents.incoming-${string}`>;

/** What the timeline of an incoming document says; `{field}` is taken from the event's data, which names nobody and nothing it is about, but for what a correction replaced. */
export const documentSentences: Record<DocumentEventType, Localized> = {
  'documents.incoming-registered.v1': { zh: '收文已登记，编号 {number}', en: 'Registered as {number}' },
  'documents.incoming-corrected.v1': {
    zh: '已更正登记[，原标题：{was.title}][，原来文单位：{was.sender}][，原来文字号：{was.theirNumber}][，原成文日期：{was.documentDate}][，原份数：{was.copies}][，原页数：{was.pages}]',
    en: 'Its registration was corrected[, title before: {was.title}][, sender before: {was.sender}][, number of the sender before: {was.theirNumber}][, date before: {was.documentDate}][, copies before: {was.copies}][, pages before: {was.pages}]',
  },
  'documents.incoming-checked.v1': { zh: '已初审', en: 'Checked' },
  'documents.incoming-sent-back.v1': { zh: '已退回来文单位', en: 'Sent back to its sender' },
  'documents.incoming-proposed.v1': { zh: '已提出拟办意见，待批示', en: 'Its handling is proposed, a leader is to decide' },
  'documents.incoming-decided.v1': { zh: '领导已批示', en: 'A leader decided' },
  'documents.incoming-assigned.v1': { zh: '已改派承办人', en: 'Somebody else acts on it' },
  'documents.incoming-reminded.v1': { zh: '已催办（第 {reminders} 次）', en: 'Reminded by hand ({reminders})' },
  'documents.incoming-supervised.v1': { zh: '已列入督办', en: 'It is supervised' },
  'documents.incoming-acted-on.v1': { zh: '已办结', en: 'Acted on' },
  'documents.incoming-circulated.v1': { zh: '开始第 {circulation} 次传阅', en: 'Circulation {circulation} began' },
  'documents.incoming-read.v1': { zh: '已阅', en: 'A reader has read it' },
  'documents.incoming-readers-changed.v1': { zh: '已调整传阅人', en: 'Its readers were changed' },
  'documents.incoming-answered.v1': { zh: '已答复来文单位', en: 'Its sender has an answer' },
  'documents.incoming-filed.v1': { zh: '已归档', en: 'Filed' },
  'documents.incoming-voided.v1': { zh: '已作废，编号保留', en: 'Void; its number stays' },
  'documents.incoming-scanned.v1': { zh: '流转单第 {scan} 次扫码', en: 'Its slip was scanned ({scan})' },
  'documents.incoming-taken-back.v1': { zh: '已撤回上一步操作', en: 'The last act was taken back' },
  'documents.incoming-escalated.v1': { zh: '“{promise}”提醒：{to}，{outcome}', en: 'Reminder ({promise}): {to}, {outcome}' },
  'documents.incoming-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的提醒保留', en: 'Later shown to be on time ({promise}); the reminder stays' },
};
