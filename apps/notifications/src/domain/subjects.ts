/** What a notification can be about, and so what it opens. */
export const subjectTypes = [
  'repair-request',
  'work-order',
  'webhook',
  'contact',
  'enquiry',
  'phone-note',
  'visitor',
  'complaint',
  'suggestion',
  'mail-item',
  'incoming-document',
  'outgoing-document',
  'directive',
  'print-job',
  'record',
  'record-proposal',
  'notice',
  'notice-task',
  'person',
] as const;
export type SubjectType = (typeof subjectTypes)[number];
