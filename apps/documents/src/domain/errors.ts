import { defineErrors, shouldLieAhead, type Localized } from '@property-office/kernel';
import type { FilingObstacle } from './filing';
import { afterIncomingMove, incomingMoveNames, incomingStateNames, legalIncomingMoves, type IncomingMove, type IncomingState } from './incoming-states';
import { listed } from './listed';
import { afterMailMove, mailMoveNames, mailMoves, mailStateNames, type MailMove, type MailState } from './mail-states';

const factories = defineErrors({
  documentUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这份收文', en: 'No such document' },
    detail: { zh: '收文不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  documentMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '收文目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The document is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  documentUnchanged: { kind: 'invalid', title: { zh: '收文登记没有改动', en: 'Nothing was corrected' } },
  saidAndEmptied: { kind: 'invalid', title: { zh: '更正内容自相矛盾', en: 'The correction contradicts itself' } },
  openedByDirector: {
    kind: 'forbidden',
    title: { zh: '解密由主任进行', en: 'The director opens what is confidential' },
    detail: { zh: '保密件改为其他密级后，项目的工作人员都能看到，须由主任更正。', en: 'The staff of the site would know of it: a director makes this correction.' },
  },
  ownProposal: {
    kind: 'forbidden',
    title: { zh: '拟办人不能批示', en: 'Whoever proposed does not decide' },
    detail: { zh: '批示由拟办人以外的领导作出。', en: 'A leader other than who proposed its handling decides.' },
  },
  ownSupervision: {
    kind: 'conflict',
    title: { zh: '承办人不能督办自己', en: 'Nobody supervises themselves' },
    detail: { zh: '督办人应为承办人以外的人。', en: 'Choose somebody other than who acts on it.' },
  },
  notActingPerson: {
    kind: 'forbidden',
    title: { zh: '您不是承办人', en: 'You do not act on this document' },
    detail: { zh: '办结由承办人登记。', en: 'Whoever acts on it records that it is done.' },
  },
  notSupervisor: {
    kind: 'forbidden',
    title: { zh: '您不督办这份收文', en: 'You do not supervise this document' },
    detail: { zh: '催办由文员、主任或督办人发出。', en: 'Clerk, director and who supervises it remind who acts on it.' },
  },
  notYourTurnToRead: {
    kind: 'conflict',
    title: { zh: '还没有轮到您传阅', en: 'It is not your turn to read it' },
    detail: { zh: '依次传阅的收文按顺序阅读，不能越过前面的传阅人；已阅的不再登记。', en: 'It goes from reader to reader in order, and to each once.' },
  },
  circulationOpen: {
    kind: 'conflict',
    title: { zh: '上一次传阅尚未结束', en: 'It is being circulated already' },
    detail: { zh: '请等传阅人阅毕，或调整传阅人。', en: 'Wait for its readers, or change them.' },
  },
  notCirculated: { kind: 'conflict', title: { zh: '没有进行中的传阅', en: 'It is not being circulated' } },
  readerUnfit: { kind: 'invalid', title: { zh: '传阅人有误', en: 'The readers are wrong' } },
  staffUnknown: {
    kind: 'invalid',
    title: { zh: '没有这位工作人员', en: 'No such member of the staff' },
    detail: { zh: '请选择本项目在职的工作人员。', en: 'Choose somebody who works on this site today.' },
  },
  documentDateAhead: { kind: 'invalid', title: { zh: '成文日期有误', en: 'The date of the document is wrong' } },
  decisionDateImpossible: { kind: 'invalid', title: { zh: '批示的期限有误', en: 'The date decided is wrong' } },
  noAnswerNeeded: {
    kind: 'conflict',
    title: { zh: '这份收文无需答复', en: 'No answer is needed' },
    detail: { zh: '批示没有要求答复，或者已经答复。', en: 'The decision asks for none, or it was given.' },
  },
  notYetToFile: {
    kind: 'conflict',
    title: { zh: '还不能归档', en: 'It cannot be filed yet' },
    detail: { zh: '归档之前：{missing}。', en: 'Before it is filed: {missing}.' },
  },
  tooLateToTakeBack: {
    kind: 'conflict',
    title: { zh: '不能撤回', en: 'It cannot be taken back' },
    detail: {
      zh: '只能在五分钟内撤回自己的最后一步（收文初审、退回，发文复核、撤销），且之后没有其他操作。',
      en: 'Within five minutes only, one’s own last act (checked, sent back, discarded), and only if nothing followed.',
    },
  },
  slipUnknown: {
    kind: 'not-found',
    title: { zh: '没有这张文件流转单', en: 'No such slip' },
    detail: { zh: '二维码无效，或者这份收文不在您的权限范围内。', en: 'The code is not valid, or the document is not yours to see.' },
  },
  noOriginal: { kind: 'conflict', title: { zh: '没有纸质原件', en: 'There is no original of paper' } },
  registerUnknown: { kind: 'invalid', title: { zh: '没有这本登记簿', en: 'No such register' } },
  registerExists: {
    kind: 'conflict',
    title: { zh: '这本登记簿已经启用', en: 'This register is kept already' },
    detail: { zh: '登记簿一经启用，编号连续，不能另设起始号。', en: 'Its numbers go on from where they are.' },
  },
  mailUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这件邮件', en: 'No such piece of mail' },
    detail: { zh: '邮件不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  mailMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '邮件目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The mail is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  mailConvertedOtherwise: {
    kind: 'conflict',
    title: { zh: '已按其他内容登记为收文', en: 'It was registered with something else' },
    detail: { zh: '这件邮件已登记为 {number}，与这次填写的不同；没有作任何更改。', en: 'The mail is registered as {number}, and not with what is said now: nothing was changed.' },
  },
  documentUntitled: { kind: 'invalid', title: { zh: '收文没有标题', en: 'The document has no title' } },
  notYourMail: {
    kind: 'forbidden',
    title: { zh: '这件邮件由收件人领取', en: 'Its addressee collects it' },
    detail: { zh: '领取须由收件人本人确认。', en: 'Whom it is for confirms that they have it.' },
  },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

const obstacles: Record<FilingObstacle, Localized> = {
  unread: { zh: '传阅人须全部阅毕', en: 'its readers have to read it' },
  unanswered: { zh: '须答复来文单位', en: 'its sender needs an answer' },
};

export const documentErrors = {
  ...factories,
  documentUnchanged: () => factories.documentUnchanged({}, at('', '所填内容与登记的相同', 'all of it is said there already')),
  saidAndEmptied: (pointer: string) => factories.saidAndEmptied({}, at(pointer, '填写与清空只选其一', 'either say what it is, or that it says nothing')),
  readerUnfit: (zh: string, en: string) => factories.readerUnfit({}, at('/readerIds', zh, en)),
  staffUnknown: (pointer: string) => factories.staffUnknown({}, at(pointer, '请重新选择', 'choose again')),
  decisionDateImpossible: (pointer: string) => factories.decisionDateImpossible({}, shouldLieAhead(pointer)),
  documentDateAhead: () => factories.documentDateAhead({}, at('/documentDate', '不能晚于现在', 'it cannot be in the future')),
  mailConvertedOtherwise: (number: string) => factories.mailConvertedOtherwise({ number }),
  documentUntitled: () => factories.documentUntitled({}, at('/title', '邮件没有主题，请填写标题', 'the mail has no subject: give a title')),
  registerUnknown: () => factories.registerUnknown({}, at('/registerId', '请选择本项目的登记簿', 'choose a register of this site')),
  notYetToFile: (missing: readonly FilingObstacle[]) => factories.notYetToFile({ missing: listed(missing.map((each) => obstacles[each])) }),
};

/** Where a move leads. @throws documentMoveIllegal (409) naming the legal ones */
export function incomingStateAfter(state: IncomingState, move: IncomingMove): IncomingState {
  const next = afterIncomingMove(state, move);
  if (next) return next;
  const allowed = listed(legalIncomingMoves(state).map((each) => incomingMoveNames[each]));
  throw factories.documentMoveIllegal({ state: incomingStateNames[state], move: incomingMoveNames[move], allowed });
}

/** Where a move leads. @throws mailMoveIllegal (409) naming the legal ones */
export function mailStateAfter(state: MailState, move: MailMove): MailState {
  const next = afterMailMove(state, move);
  if (next) return next;
  const allowed = listed(mailMoves.filter((each) => afterMailMove(state, each)).map((each) => mailMoveNames[each]));
  throw factories.mailMoveIllegal({ state: mailStateNames[state], move: mailMoveNames[move], allowed });
}
