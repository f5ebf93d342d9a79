import type { ReactableEventType } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

type OutgoingEventType = Extract<ReactableEventType, `documents.outgoing-${string}`>;

/** What the timeline of an outgoing document says; `{field}` is taken from the event's data. */
export const outgoingSentences: Record<OutgoingEventType, Localized> = {
  'documents.outgoing-drafted.v1': { zh: '已拟稿，文稿编号 {number}', en: 'Drafted as {number}' },
  'documents.outgoing-edited.v1': { zh: '已修改草稿（第 {textVersion} 版）', en: 'The draft was changed (version {textVersion})' },
  'documents.outgoing-submitted.v1': { zh: '已送核', en: 'Submitted for review' },
  'documents.outgoing-returned.v1': { zh: '已退回拟稿人', en: 'Returned to its drafter' },
  'documents.outgoing-reviewed.v1': { zh: '已核稿', en: 'Reviewed' },
  'documents.outgoing-countersigned.v1': { zh: '已会签', en: 'Countersigned' },
  'documents.outgoing-signed-off.v1': { zh: '已签发（第 {textVersion} 版）', en: 'Signed off (version {textVersion})' },
  'documents.outgoing-checked.v1': { zh: '已复核', en: 'Checked' },
  'documents.outgoing-corrected.v1': { zh: '签发后有修改（第 {textVersion} 版，{differences} 处）', en: 'Changed after it was signed off (version {textVersion}, {differences} places)' },
  'documents.outgoing-numbered.v1': { zh: '已编号登记：{number}', en: 'Registered as {number}' },
  'documents.outgoing-printed.v1': {
    zh: '已印制 {copies} 份[（填报每份 {pages} 页，按文件计 {countedPages} 页）]',
    en: '{copies} copies were printed[ ({pages} pages each as stated, {countedPages} counted)]',
  },
  'documents.outgoing-seal-approved.v1': { zh: '已批准用印 {copies} 份', en: 'The seal may be used on {copies} copies' },
  'documents.outgoing-sealed.v1': { zh: '已用印 {copies} 份', en: 'The seal was used on {copies} copies' },
  'documents.outgoing-released.v1': { zh: '已发出', en: 'Released' },
  'documents.outgoing-receipt-recorded.v1': { zh: '已登记签收（还有 {outstanding} 份回执未回）', en: 'A receipt was recorded ({outstanding} outstanding)' },
  'documents.outgoing-filed.v1': { zh: '已归档', en: 'Filed' },
  'documents.outgoing-discarded.v1': { zh: '文稿已撤销', en: 'The draft was discarded' },
  'documents.outgoing-voided.v1': { zh: '已作废，编号保留', en: 'Void; its number stays' },
  'documents.outgoing-taken-back.v1': { zh: '已撤回上一步操作', en: 'The last act was taken back' },
  'documents.outgoing-escalated.v1': { zh: '“{promise}”提醒：{to}，{outcome}', en: 'Reminder ({promise}): {to}, {outcome}' },
  'documents.outgoing-shown-on-time.v1': { zh: '“{promise}”经补录证实未超时，此前的提醒保留', en: 'Later shown to be on time ({promise}); the reminder stays' },
};
