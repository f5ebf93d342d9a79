import { folderOf } from '../domain/register-number';
import type { IncomingDocumentDetailView } from '../features/read-document/document-detail.view';
import { confidentialityNames, urgencyNames } from './paper-of';
import { timeOnSlip, type Slip } from './slip';

export const incomingSlipKinds = ['handling', 'circulation'] as const;
export type IncomingSlipKind = (typeof incomingSlipKinds)[number];

/** Whom a slip names. */
export function namedOnIncoming({ proposedBy, decidedBy, actingPersonId, supervisedBy, readers }: IncomingDocumentDetailView): Array<string | null> {
  return [proposedBy, decidedBy, actingPersonId, supervisedBy, ...readers.map(({ personId }) => personId)];
}

type Drawn = Omit<Slip, 'office' | 'qr'>;

/** 收文处理单: from its arrival to what came of it. */
export function handlingSlip(document: IncomingDocumentDetailView, nameOf: (personId: string | null) => string): Drawn {
  const { number, title, sender, theirNumber, documentDate, receivedAt, copies, urgency, confidentiality } = document;
  const signed = (text: string | null, personId: string | null): string => (text === null ? '' : `${text}\n${nameOf(personId)}`);
  return {
    title: '收文处理单',
    number,
    rows: [
      [['来文单位', sender], ['来文字号', theirNumber ?? '']],
      [['来文日期', timeOnSlip(documentDate).slice(0, 10)], ['收文时间', timeOnSlip(receivedAt)]],
      [['份数', String(copies)], ['紧急程度', urgencyNames[urgency] ?? '平件'], ['密级', confidentialityNames[confidentiality] ?? '公开']],
      [['标题', title]],
      [['存放位置', folderOf(number)]],
    ],
    boxes: [
      ['拟办意见', signed(document.proposal, document.proposedBy)],
      ['领导批示', signed(document.decision, document.decidedBy)],
      ['承办', [nameOf(document.actingPersonId), document.dueAt && `期限 ${timeOnSlip(document.dueAt)}`, document.result].filter(Boolean).join('\n')],
      ['传阅', holding(document).map(({ personId, readAt }) => `${nameOf(personId)}　${timeOnSlip(readAt)}`).join('\n')],
    ],
  };
}

/** 传阅单: a line for each reader who was not left out, in their order, and some to spare. */
export function circulationSlip(document: IncomingDocumentDetailView, nameOf: (personId: string | null) => string): Drawn {
  const { number, title, sender, theirNumber } = document;
  const readers = holding(document).map(({ personId, readAt }, index) => [String(index + 1), nameOf(personId), timeOnSlip(readAt), '', '']);
  const spare = Array.from({ length: Math.max(0, 12 - readers.length) }, (_, index) => [String(readers.length + index + 1), '', '', '', '']);
  return {
    title: '文件传阅单',
    number,
    rows: [[['来文单位', sender], ['来文字号', theirNumber ?? '']], [['标题', title]], [['存放位置', folderOf(number)]]],
    boxes: [],
    table: { head: ['序号', '传阅人', '阅读时间', '签名', '意见'], rows: [...readers, ...spare] },
  };
}

/** Who reads it, or has, in the last circulation. */
function holding({ readers }: IncomingDocumentDetailView): IncomingDocumentDetailView['readers'] {
  const last = Math.max(0, ...readers.map(({ circulation }) => circulation));
  return readers.filter(({ circulation, leftOutAt }) => circulation === last && leftOutAt === null).sort((one, other) => one.position - other.position);
}
