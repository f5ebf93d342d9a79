import { defineErrors, shouldLieAhead, type Localized } from '@property-office/kernel';
import { namedAgain, type DeliveryFault, type GoesTo } from './copies';
import { listed } from './listed';
import { afterOutgoingMove, legalOutgoingMoves, outgoingMoveNames, outgoingStateNames, type Moved, type OutgoingMove, type OutgoingState } from './outgoing-states';

const factories = defineErrors({
  outgoingUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这份发文', en: 'No such document' },
    detail: { zh: '发文不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  outgoingMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '发文目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The document is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  letterheadUnset: {
    kind: 'conflict',
    title: { zh: '还没有设定发文机关名称', en: 'The name on papers is not set' },
    detail: { zh: '请主任先设定发文机关名称。', en: 'The director has to set it first.' },
  },
  copyUnknown: { kind: 'invalid', title: { zh: '没有这个份号', en: 'No such copy' } },
  versionUnknown: { kind: 'not-found', title: { zh: '没有这个版本', en: 'No such version' } },
  templateVersionUnknown: { kind: 'not-found', title: { zh: '没有找到这个模板版本', en: 'No such version of a template' } },
  templateChanged: {
    kind: 'conflict',
    title: { zh: '模板已被别人修改', en: 'Somebody else has changed the template' },
    detail: { zh: '最后一版是第 {last} 版，请查看后再修改。', en: 'The last version is {last}: look at it before you change it.' },
  },
  templateTooEarly: { kind: 'invalid', title: { zh: '模板的生效时间有误', en: 'The time from which the template applies is wrong' } },
  placesOpen: {
    kind: 'conflict',
    title: { zh: '草稿还有未填写的内容', en: 'The draft is not filled in' },
    detail: { zh: '请先填写：{places}。', en: 'Fill in first: {places}.' },
  },
  ownDraft: {
    kind: 'forbidden',
    title: { zh: '拟稿人不能审自己的稿', en: 'Nobody approves their own words' },
    detail: { zh: '核稿、会签和签发由没有参与拟稿的人进行。', en: 'Others than those who wrote it review, countersign and sign it.' },
  },
  notYourDraft: {
    kind: 'forbidden',
    title: { zh: '这不是您的文稿', en: 'It is not your draft' },
    detail: { zh: '修改、送核和撤销由拟稿人或文员、主任进行。', en: 'Those who wrote it, clerk and director change, submit or discard it.' },
  },
  attendanceUnfit: { kind: 'invalid', title: { zh: '会议出席情况有误', en: 'The attendance is wrong' } },
  recipientTwice: { kind: 'invalid', title: { zh: '主送、抄送单位重复', en: 'Somebody is named twice' } },
  authorNamed: { kind: 'invalid', title: { zh: '拟稿人不能核稿或会签', en: 'An author cannot review or countersign' } },
  notReviewer: {
    kind: 'forbidden',
    title: { zh: '您不是核稿人', en: 'You are not its reviewer' },
    detail: { zh: '核稿由指定的核稿人或主任进行。', en: 'Its reviewer or the director reviews it.' },
  },
  notCountersigner: {
    kind: 'forbidden',
    title: { zh: '没有您的会签', en: 'Your countersignature is not asked for' },
    detail: { zh: '会签由指定的会签人各签一次。', en: 'Those who were named countersign it, once each.' },
  },
  notInHand: {
    kind: 'forbidden',
    title: { zh: '这份文稿不在您手上', en: 'It is not in your hands' },
    detail: { zh: '退回由拟稿人、正在核稿或会签的人、或领导进行。', en: 'Its drafter, who has it to review or countersign, and who leads may return it.' },
  },
  textChanged: {
    kind: 'conflict',
    title: { zh: '文稿已有改动', en: 'The text has changed' },
    detail: { zh: '您看到的不是最新的文稿，请重新阅读后再签发。', en: 'What you read is not what it says now. Read it again before you sign.' },
  },
  textUnchanged: { kind: 'invalid', title: { zh: '文稿没有改动', en: 'Nothing was changed' } },
  pagesUnlike: { kind: 'invalid', title: { zh: '页数与文件不符', en: 'The paper has another number of pages' } },
  noSealApproval: {
    kind: 'conflict',
    title: { zh: '用印尚未批准', en: 'The seal is not approved' },
    detail: { zh: '请先由批准人批准用印。', en: 'Somebody has to approve its use first.' },
  },
  sealApproved: { kind: 'conflict', title: { zh: '用印已经批准', en: 'The seal is approved already' } },
  ownSealApproval: {
    kind: 'forbidden',
    title: { zh: '批准用印的人不能自己用印', en: 'Whoever approved the seal does not use it' },
    detail: { zh: '用印由批准人以外的人进行。', en: 'Another person uses it.' },
  },
  tooManyCopies: {
    kind: 'invalid',
    title: { zh: '份数有误', en: 'The number of copies is wrong' },
  },
  sealedCopiesUnfit: { kind: 'invalid', title: { zh: '用印的份号有误', en: 'The numbers of the sealed copies are wrong' } },
  numberKept: {
    kind: 'conflict',
    title: { zh: '已有文号，不能换登记簿', en: 'It has its number and stays in its register' },
    detail: { zh: '这份发文的文号是 {number}，重新编号时沿用。', en: 'Its number is {number}; signed anew, it keeps it.' },
  },
  deliveriesUnfit: { kind: 'invalid', title: { zh: '发送登记有误', en: 'The deliveries are wrong' } },
  outgoingDeliveryUnknown: { kind: 'invalid', title: { zh: '没有这笔发送', en: 'No such delivery' } },
  receiptKept: { kind: 'conflict', title: { zh: '这笔发送已经登记签收', en: 'Its receipt is recorded already' } },
  receiptUnclear: { kind: 'invalid', title: { zh: '请填写签收人或未签收的原因', en: 'Say who received it, or why nobody did' } },
  receiptsOutstanding: {
    kind: 'conflict',
    title: { zh: '还不能归档', en: 'It cannot be filed yet' },
    detail: { zh: '以下单位尚未签收：{missing}。', en: 'No receipt of: {missing}.' },
  },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

const faults: Record<DeliveryFault, Localized> = {
  stranger: { zh: '发送对象应在主送、抄送单位之列', en: 'it goes to its recipients and who has copies alone' },
  twice: { zh: '每个单位只登记一次', en: 'each recipient once' },
  missing: { zh: '每个主送、抄送单位都要登记', en: 'each of its recipients and who has copies gets some' },
  'too-many': { zh: '发出的份数多于已用印（纪要：已印制）的份数', en: 'more than were sealed, or of minutes printed' },
  shares: { zh: '保密件逐份登记已用印（纪要：已印制）的份号，每个份号一次；其他文件不填', en: 'each copy of a confidential document that was sealed, or of minutes printed, by its number, once; of another none' },
};

const plain = (text: string): Localized => ({ zh: text, en: text });

export const outgoingErrors = {
  ...factories,
  templateChanged: (last: number) => factories.templateChanged({ last }),
  templateTooEarly: () => factories.templateTooEarly({}, shouldLieAhead('/effectiveFrom')),
  placesOpen: (places: readonly string[]) => factories.placesOpen({ places: listed(places.map(plain)) }),
  attendanceUnfit: () => factories.attendanceUnfit({}, at('/attendance', '纪要须写明出席人员；其他文种不填', 'minutes say who was there, nothing else does')),
  authorNamed: (pointer: string) => factories.authorNamed({}, at(pointer, '请选择没有参与拟稿的人', 'choose somebody who did not write it')),
  textUnchanged: () => factories.textUnchanged({}, at('/body', '与当前文稿一字不差', 'it is the same to the letter')),
  copyUnknown: (shares: number) => factories.copyUnknown({}, at('/copy', `已印 ${shares} 份编号`, `${shares} copies have numbers`)),
  pagesUnlike: (counted: number) =>
    factories.pagesUnlike({}, at('/pages', `按版式文件与附件计为 ${counted} 页；如有不同，请填写原因`, `${counted} are counted: say why it has another number`)),
  tooManyCopies: (pointer: string, most: number) => factories.tooManyCopies({}, at(pointer, `最多 ${most} 份`, `${most} at most`)),
  sealedCopiesUnfit: () =>
    factories.sealedCopiesUnfit({}, at('/shares', '保密件未全部用印的，逐份填写份号；其他文件不填', 'of a confidential document, name each where not all are sealed; of another none')),
  numberKept: (number: string) => factories.numberKept({ number: plain(number) }),
  deliveriesUnfit: (fault: DeliveryFault) => factories.deliveriesUnfit({}, at('/deliveries', faults[fault].zh, faults[fault].en)),
  outgoingDeliveryUnknown: () => factories.outgoingDeliveryUnknown({}, at('/delivery', '请重新选择', 'choose again')),
  receiptUnclear: () => factories.receiptUnclear({}, at('/receivedBy', '签收人和未签收原因填写其一', 'one of the two')),
  receiptsOutstanding: (recipients: readonly string[]) => factories.receiptsOutstanding({ missing: listed(recipients.map(plain)) }),
};

/** @throws recipientTwice (400) at the name that stands before */
export function assertNamedOnce(goes: GoesTo): void {
  const again = namedAgain(goes);
  if (again) throw factories.recipientTwice({}, at(`/${again.list}/${again.at}`, '前面已列出，主送、抄送单位各列一次', 'it stands before: name each once, as recipient or for a copy'));
}

/**
 * Where a move leads. One that has a number is void with it, one that has none is discarded.
 * @throws outgoingMoveIllegal (409) naming the legal ones
 */
export function outgoingStateAfter(document: Moved, move: OutgoingMove): OutgoingState {
  const { state } = document;
  const legal = legalOutgoingMoves(document);
  const next = legal.includes(move) ? afterOutgoingMove(state, move) : undefined;
  if (next) return next;
  const allowed = listed(legal.map((each) => outgoingMoveNames[each]));
  throw factories.outgoingMoveIllegal({ state: outgoingStateNames[state], move: outgoingMoveNames[move], allowed });
}
