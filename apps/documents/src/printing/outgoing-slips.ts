import type { Attendance } from '../domain/attendance';
import { folderOf } from '../domain/register-number';
import type { OutgoingDocumentDetailView } from '../features/read-outgoing/outgoing-detail.view';
import { confidentialityNames, urgencyNames } from './paper-of';
import { timeOnSlip, type Slip } from './slip';

export const outgoingSlipKinds = ['draft', 'seal'] as const;
export type OutgoingSlipKind = (typeof outgoingSlipKinds)[number];

type Drawn = Omit<Slip, 'office' | 'qr'>;
type NameOf = (personId: string | null) => string;

/** Whom a slip names. */
export function namedOnOutgoing({ draftedBy, countersigners, signatures, sealUses }: OutgoingDocumentDetailView): Array<string | null> {
  const signers = signatures.flatMap(({ personId, forId }) => [personId, forId]);
  const sealers = sealUses.flatMap(({ approvedBy, approvedFor, usedBy }) => [approvedBy, approvedFor, usedBy]);
  return [draftedBy, ...countersigners.map(({ personId }) => personId), ...signers, ...sealers];
}

/** 发文稿纸: who said yes to which text, and the text. */
export function draftSheet(document: OutgoingDocumentDetailView, nameOf: NameOf): Drawn {
  const { draftNumber, number, title, recipients, copiesTo, attendance, urgency, confidentiality, draftedBy, textVersion, body } = document;
  const said = (kind: string): string => signaturesOf(document, kind).map((each) => signature(each, nameOf)).join('\n');
  return {
    title: '发文稿纸',
    number: number ?? draftNumber,
    rows: [
      [['标题', title]],
      ...goesToRows({ recipients, copiesTo }),
      ...(attendance ? attendanceRows(attendance) : []),
      [['紧急程度', urgencyNames[urgency] ?? '平件'], ['密级', confidentialityNames[confidentiality] ?? '公开'], ['印制份数', document.copies === 0 ? '' : String(document.copies)]],
      [['拟稿', nameOf(draftedBy)], ['文稿版本', `第${textVersion}稿`]],
      [['存放位置', number === null ? '' : folderOf(number)]],
    ],
    boxes: [['签发', said('sign-off')], ['会签', said('countersign')], ['核稿', said('review')], ['复核', said('check')], ['正文', body]],
  };
}

/** 用印登记: each use of a seal on this document. */
export function sealSlip(document: OutgoingDocumentDetailView, nameOf: NameOf): Drawn {
  const { draftNumber, number, title, sealUses } = document;
  const uses = sealUses.map(({ seal, reason, copies, approvedBy, approvedFor, approvedAt, usedBy, usedAt, usedCopies, withdrawnAt }) => [
    seal,
    withdrawnAt === null ? reason : `${reason}（已撤回）`,
    String(copies),
    `${inPlaceOf(approvedBy, approvedFor, nameOf)}\n${timeOnSlip(approvedAt)}`,
    usedBy === null ? '' : `${nameOf(usedBy)}\n${timeOnSlip(usedAt)}`,
    usedCopies === null ? '' : String(usedCopies),
  ]);
  return {
    title: '用印登记',
    number: number ?? draftNumber,
    rows: [[['标题', title]], ...goesToRows(document), [['存放位置', number === null ? '' : folderOf(number)]]],
    boxes: [],
    table: { head: ['印章', '事由', '批准份数', '批准人', '用印人', '用印份数'], rows: uses },
  };
}

type Rows = Slip['rows'];

function goesToRows({ recipients, copiesTo }: Pick<OutgoingDocumentDetailView, 'recipients' | 'copiesTo'>): Rows {
  return [[['主送', recipients.join('、')]], ...(copiesTo.length > 0 ? [[['抄送', copiesTo.join('、')] as const]] : [])];
}

function attendanceRows({ present, absent, observers }: Attendance): Rows {
  const rows = [['出席', present], ['请假', absent], ['列席', observers]] as const;
  return rows.flatMap(([label, names]) => (names.length > 0 ? [[[label, names.join('、')] as const]] : []));
}

type Signature = OutgoingDocumentDetailView['signatures'][number];

/** Under the text that is printed with them: nobody signed what it said before, nor takes back what they sign. */
function signaturesOf({ signatures, textHash }: OutgoingDocumentDetailView, kind: string): Signature[] {
  return signatures.filter((each) => each.kind === kind && each.withdrawnAt === null && each.textHash === textHash);
}

const signature = ({ personId, forId, opinion, happenedAt }: Signature, nameOf: NameOf): string =>
  [opinion, inPlaceOf(personId, forId, nameOf), timeOnSlip(happenedAt)].filter(Boolean).join('　');

/** "甲（代乙）" (G1). */
const inPlaceOf = (personId: string, forId: string | null, nameOf: NameOf): string => (forId === null ? nameOf(personId) : `${nameOf(personId)}（代${nameOf(forId)}）`);
