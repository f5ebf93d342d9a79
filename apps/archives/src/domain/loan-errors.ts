import type { LoanForm } from '@property-office/contracts';
import { defineErrors } from '@property-office/kernel';
import { listed } from './listed';
import { afterLoanMove, legalLoanMoves, loanMoveNames, loanStateNames, type LoanMove, type LoanState } from './loan-states';
import { mostDays } from './loan-terms';

const factories = defineErrors({
  loanUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这项借阅', en: 'No such loan' },
    detail: { zh: '借阅不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  loanMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '借阅目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The loan is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  loanRecordUnknown: { kind: 'invalid', title: { zh: '没有找到这份档案', en: 'No such record' } },
  nothingToLend: { kind: 'invalid', title: { zh: '这份档案不能这样借阅', en: 'The record cannot be lent in this form' } },
  loanDateWrong: { kind: 'invalid', title: { zh: '归还日期有误', en: 'The date of return is wrong' } },
  loanDatePast: {
    kind: 'conflict',
    title: { zh: '归还日期已过', en: 'The date of return is over' },
    detail: { zh: '申请的归还日期已过，请撤销后重新申请。现在可以：{allowed}。', en: 'The date it was asked for until is over: it is to be asked for anew. Allowed now: {allowed}.' },
  },
  ownLoan: {
    kind: 'forbidden',
    title: { zh: '自己的借阅由他人办理', en: 'Somebody else deals with your loan' },
    detail: { zh: '借阅人不能审批、续借自己的借阅，也不能验收自己归还的档案。', en: 'Whoever borrows neither approves nor extends their own loan, nor inspects what they bring back.' },
  },
  decidedByDirector: {
    kind: 'forbidden',
    title: { zh: '须由主任审批', en: 'The director decides that' },
    detail: { zh: '保密、永久保管或已冻结的档案，借阅和复制须由主任或其代理人审批。', en: 'Whether a record that is confidential, kept for ever or on hold is lent or copied is decided by the director, or who stands in for them.' },
  },
  borrowersAlone: {
    kind: 'forbidden',
    title: { zh: '只有借阅人可以', en: 'Only who borrows it may do that' },
    detail: { zh: '档案不得转借：由借阅人本人查看、撤销。', en: 'A loan is not handed on: whoever asked for it withdraws it, opens it and looks at it.' },
  },
  paperOut: {
    kind: 'conflict',
    title: { zh: '原件已借出', en: 'The paper is out' },
    detail: { zh: '原件已由借阅 {number} 借出，归还后才能再借。', en: 'It is out on loan {number}, and is lent again when it is back.' },
  },
  onwardLending: {
    kind: 'conflict',
    title: { zh: '不得转借', en: 'It may not be lent on' },
    detail: { zh: '由借阅人本人归还；档案已转借他人的，请先催还。', en: 'Whoever borrowed it brings it back; where somebody else has it, recall it.' },
  },
  extendedAlready: {
    kind: 'conflict',
    title: { zh: '已经续借过', en: 'It was extended already' },
    detail: { zh: '每次借阅最多续借一次。现在可以：{allowed}。', en: 'A loan is extended once at most. Allowed now: {allowed}.' },
  },
  findingMissing: { kind: 'invalid', title: { zh: '请说明验收发现的问题', en: 'Say what the inspection found' } },
  loanFileUnknown: { kind: 'not-found', title: { zh: '借阅的档案中没有这份文件', en: 'The record on loan holds no such file' } },
  loanNotOpen: {
    kind: 'conflict',
    title: { zh: '电子借阅没有开通或已经结束', en: 'The loan is not open' },
    detail: { zh: '电子借阅目前是“{state}”，只能在开通期间查看。', en: 'The loan is {state}: it is looked at while it is open.' },
  },
  fileUnmarkable: {
    kind: 'conflict',
    title: { zh: '这份文件不能加水印', en: 'This file cannot be marked' },
    detail: { zh: '文件已加密、损坏或过于庞大，无法逐页加水印或标记，因此不提供电子借阅和复制件；请借阅纸质原件。', en: 'It is encrypted, broken or too large, so that no mark can be put on its pages: it is neither lent digitally nor copied by the system. Ask for the paper.' },
  },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });
/** What is of use until the date alone. */
const untilDate: ReadonlySet<LoanMove> = new Set<LoanMove>(['approve', 'hand-over', 'open']);
const allowedIn = (state: LoanState, form: LoanForm) => listed(legalLoanMoves(state, form).map((each) => loanMoveNames[each]));

export const loanErrors = {
  ...factories,
  loanRecordUnknown: () => factories.loanRecordUnknown({}, at('/recordId', '请选择您可以查看的档案', 'choose a record you may see')),
  nothingToLend: (form: LoanForm) =>
    factories.nothingToLend(
      {},
      form === 'paper' ? at('/form', '这份档案没有纸质原件', 'there is no original of paper') : at(
            '/form',
            '没有能逐页加水印的内容：PDF、图片（不超过 25 MB）或定稿文本；请借阅纸质原件',
            'it holds nothing that can be marked on every page: a PDF or picture of 25 MiB at most, or the final text; ask for the paper',
          ),
    ),
  loanDateWrong: (form: LoanForm) =>
    factories.loanDateWrong({}, at('/dueAt', `应晚于原定日期或现在，且不超过 ${mostDays[form]} 天`, `it must lie ahead, by ${mostDays[form]} days at most`)),
  loanDatePast: (state: LoanState, form: LoanForm) =>
    factories.loanDatePast({ allowed: listed(legalLoanMoves(state, form).filter((each) => !untilDate.has(each)).map((each) => loanMoveNames[each])) }),
  extendedAlready: (state: LoanState, form: LoanForm) =>
    factories.extendedAlready({ allowed: listed(legalLoanMoves(state, form).filter((each) => each !== 'extend').map((each) => loanMoveNames[each])) }),
  findingMissing: () => factories.findingMissing({}, at('/finding', '缺页、改动等情况请写明', 'say what is missing or was altered')),
  loanNotOpen: (state: LoanState) => factories.loanNotOpen({ state: loanStateNames[state] }),
};

/** Where a move leads. @throws loanMoveIllegal (409) naming the legal ones */
export function loanStateAfter(state: LoanState, move: LoanMove, form: LoanForm): LoanState {
  const next = afterLoanMove(state, move, form);
  if (next) return next;
  throw factories.loanMoveIllegal({ state: loanStateNames[state], move: loanMoveNames[move], allowed: allowedIn(state, form) });
}
