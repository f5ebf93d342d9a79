import { defineErrors } from '@property-office/kernel';
import { retentionNames } from './retention';
import type { Retention } from '@property-office/contracts';

const factories = defineErrors({
  recordUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这份档案', en: 'No such record' },
    detail: { zh: '档案不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  recordDestroyed: {
    kind: 'conflict',
    title: { zh: '档案已销毁', en: 'The record is destroyed' },
    detail: { zh: '档案已按规定销毁，只保留著录、清册和凭证，不能再改动。', en: 'It was destroyed: description, list and proof remain, and nothing is done to it any more.' },
  },
  recordHandedOver: {
    kind: 'conflict',
    title: { zh: '档案已移交', en: 'The record is handed over' },
    detail: { zh: '档案已按清册移交，只保留著录、清册和凭证，不再借阅、复制、销毁或改动。', en: 'It was handed over: description, list and proof remain, and it is neither lent, copied, destroyed nor changed any more.' },
  },
  recordFileUnknown: { kind: 'not-found', title: { zh: '档案中没有这份文件', en: 'The record holds no such file' } },
  recordCategoryUnknown: { kind: 'invalid', title: { zh: '没有这个档案门类', en: 'No such category' } },
  officeCodeWrong: { kind: 'invalid', title: { zh: '机构（问题）代码有误', en: 'The code of the office is wrong' } },
  fondsCodeWrong: { kind: 'invalid', title: { zh: '全宗号有误', en: 'The code of the fonds is wrong' } },
  fondsInUse: {
    kind: 'conflict',
    title: { zh: '全宗号不能再改', en: 'The fonds cannot be changed any more' },
    detail: { zh: '已有档案使用全宗号 {code}，档号一经给定不再更改。', en: 'Records are numbered under {code}; an archive number is never changed.' },
  },
  fondsTaken: { kind: 'conflict', title: { zh: '全宗号已被其他项目使用', en: 'Another site has this fonds' } },
  oldNumberTaken: {
    kind: 'conflict',
    title: { zh: '原档号已登记', en: 'The old number is taken' },
    detail: { zh: '原档号 {oldNumber} 已属于另一份档案。', en: 'The old number {oldNumber} belongs to another record.' },
  },
  nothingToArchive: { kind: 'invalid', title: { zh: '没有归档内容', en: 'There is nothing to archive' } },
  datedInFuture: { kind: 'invalid', title: { zh: '形成日期有误', en: 'The date is wrong' } },
  termWithoutConfidence: { kind: 'invalid', title: { zh: '保密期限有误', en: 'The term of confidentiality is wrong' } },
  termOver: { kind: 'invalid', title: { zh: '保密期限已过', en: 'The term of confidentiality is over already' } },
  easedByDirector: {
    kind: 'forbidden',
    title: { zh: '降低密级须由主任决定', en: 'The director decides that' },
    detail: { zh: '降低密级或缩短保密期限，须由主任或其代理人更正。', en: 'Only the director, or who stands in for them, lowers the confidentiality of a record or shortens its term.' },
  },
  archiveSettingsUnknown: { kind: 'not-found', title: { zh: '没有这个项目的档案设置', en: 'No such archive settings' } },
  retentionTooShort: {
    kind: 'invalid',
    title: { zh: '保管期限过短', en: 'The retention is too short' },
    detail: { zh: '按规定至少保管{least}，可以更长，不能更短。', en: 'The rule is {least} at least: it may be longer, never shorter.' },
  },
  recordDuplicate: {
    kind: 'conflict',
    title: { zh: '可能重复归档', en: 'It may be archived already' },
    detail: { zh: '内容或文号与{records}相同。确需归档的，请说明原因。', en: 'It holds or is numbered the same as {records}. Give a reason if it is to be a record all the same.' },
  },
  nothingCorrected: { kind: 'invalid', title: { zh: '没有更正内容', en: 'Nothing is corrected' } },
  alreadyHeld: { kind: 'conflict', title: { zh: '已经冻结', en: 'It is on hold already' }, detail: { zh: '现在可以：解除冻结。', en: 'Allowed now: lift the hold.' } },
  notHeld: { kind: 'conflict', title: { zh: '没有冻结', en: 'It is not on hold' }, detail: { zh: '现在可以：冻结。', en: 'Allowed now: set a hold.' } },
  hiddenFromReader: {
    kind: 'conflict',
    title: { zh: '不能向此人开放', en: 'It cannot be shown to this person' },
    detail: { zh: '档案涉及此人。', en: 'The record is about them.' },
  },
  notAdmitted: { kind: 'conflict', title: { zh: '未向此人开放', en: 'They are not admitted' }, detail: { zh: '档案没有指定此人查阅，或期限已过。', en: 'Nobody admitted them to the record by name, or that is over.' } },
  staffUnknown: {
    kind: 'invalid',
    title: { zh: '没有这位工作人员', en: 'No such member of the staff' },
    detail: { zh: '请选择本项目在职的工作人员。', en: 'Choose somebody who works on this site today.' },
  },
  admittedUntilPast: { kind: 'invalid', title: { zh: '开放期限有误', en: 'The date until which they are admitted is wrong' } },
});

/** By their numbers; one that whoever is refused may not see has none for them. */
function namesOf(same: ReadonlyArray<{ archiveNumber: string | null }>): { zh: string; en: string } {
  const numbers = same.flatMap(({ archiveNumber }) => archiveNumber ?? []);
  const unseen = numbers.length < same.length;
  return {
    zh: [...(numbers.length > 0 ? [`档案 ${numbers.join('、')} `] : []), ...(unseen ? ['一份您无权查看的档案'] : [])].join('和'),
    en: [...(numbers.length > 0 ? [numbers.join(', ')] : []), ...(unseen ? ['a record you may not see'] : [])].join(' and '),
  };
}

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

export const recordErrors = {
  ...factories,
  recordCategoryUnknown: () => factories.recordCategoryUnknown({}, at('/category', '请选择本项目的档案门类', 'choose a category of the site')),
  officeCodeWrong: () => factories.officeCodeWrong({}, at('/office', '应为 2–6 个大写字母，例如 KFB', 'it takes 2 to 6 capital letters, such as KFB')),
  fondsCodeWrong: () => factories.fondsCodeWrong({}, at('/code', '应为字母加数字，例如 PM01', 'it takes letters and digits, such as PM01')),
  nothingToArchive: () => factories.nothingToArchive({}, at('/attachmentIds', '请上传文件；只有纸质件的，载体请选“纸质”', 'upload files, or choose paper as its carrier')),
  datedInFuture: () => factories.datedInFuture({}, at('/datedAt', '不能晚于现在', 'it cannot be in the future')),
  termWithoutConfidence: () => factories.termWithoutConfidence({}, at('/confidentialUntil', '只有保密档案才有保密期限', 'only a confidential record has a term')),
  termOver: () => factories.termOver({}, at('/confidentialUntil', '应晚于现在', 'it must lie ahead')),
  retentionTooShort: (least: Retention) =>
    factories.retentionTooShort({ least: retentionNames[least] }, at('/retention', `至少${retentionNames[least].zh}`, `${retentionNames[least].en} at least`)),
  recordDuplicate: (same: ReadonlyArray<{ archiveNumber: string | null }>) =>
    factories.recordDuplicate({ records: namesOf(same) }, at('/duplicateReason', '请说明重复归档的原因', 'say why it is to be a record all the same')),
  nothingCorrected: () => factories.nothingCorrected({}, at('/reason', '请至少更正一项著录内容', 'correct at least one field')),
  staffUnknown: (pointer: string) => factories.staffUnknown({}, at(pointer, '请选择本项目的工作人员', 'choose somebody who works on the site')),
  admittedUntilPast: () => factories.admittedUntilPast({}, at('/until', '应晚于现在', 'it must lie ahead')),
};
