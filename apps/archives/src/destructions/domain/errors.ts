import { defineErrors } from '@property-office/kernel';
import { listed } from '../../domain/listed';
import { numbers } from '../../lists/domain/errors';
import { afterAppraisalMove, appraisalMoveNames, appraisalStateNames, legalAppraisalMoves, type AppraisalMove, type AppraisalState } from './appraisal-states';
import { afterDestructionMove, destructionMoveNames, destructionStateNames, legalDestructionMoves, type DestructionMove, type DestructionState } from './destruction-states';

const factories = defineErrors({
  appraisalUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这次鉴定', en: 'No such appraisal' },
    detail: { zh: '鉴定不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  appraisalMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '鉴定目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The appraisal is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  recordsNotDue: {
    kind: 'conflict',
    title: { zh: '有档案不能鉴定', en: 'Some records cannot be appraised' },
    detail: { zh: '保管期限未满、已冻结、已销毁、已移交或已列入其他清册：{records}。', en: 'Their retention is not over, they are on hold, destroyed, handed over, or on another list: {records}.' },
  },
  appraisersTooFew: { kind: 'invalid', title: { zh: '鉴定人不足', en: 'There are too few appraisers' } },
  termMissing: { kind: 'invalid', title: { zh: '继续保管须写明期限', en: 'Whoever would keep it says for how long' } },
  opinionGiven: {
    kind: 'conflict',
    title: { zh: '您已提出意见', en: 'You have given your opinion' },
    detail: { zh: '每人对每份档案提出一次意见；没有剩下可由您鉴定的档案，或所选档案您已鉴定。', en: 'Each judges a record once: there is none left for you, or you have judged one of these.' },
  },
  opinionsMissing: {
    kind: 'conflict',
    title: { zh: '鉴定意见不足', en: 'Opinions are missing' },
    detail: { zh: '每份档案须有至少两人的意见，还缺：{records}。', en: 'Each record takes the opinions of two people; missing are those of {records}.' },
  },
  destructionUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这份销毁清册', en: 'No such destruction list' },
    detail: { zh: '清册不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  destructionMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '销毁清册目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The list is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  recordsNotListed: {
    kind: 'conflict',
    title: { zh: '有档案未经鉴定', en: 'Some records are not listed for destruction' },
    detail: { zh: '只有鉴定结论为销毁、且未列入其他清册的档案可以申请：{records}。', en: 'Only what an appraisal has listed, and no other list holds, may be applied for: {records}.' },
  },
  notCarriedOut: {
    kind: 'conflict',
    title: { zh: '尚未销毁', en: 'Nothing is destroyed yet' },
    detail: { zh: '清册目前是“{state}”，执行销毁、清除文件之后才有证明。', en: 'The list is {state}: there is a certificate once it was carried out and its files are wiped.' },
  },
  wipingUnfinished: {
    kind: 'conflict',
    title: { zh: '文件清除尚未完成', en: 'Its files are still being wiped' },
    detail: { zh: '还有 {left} 件档案的文件没有清除结果，齐备之后才有证明。', en: 'Of {left} records it is not known yet what became of their files: there is a certificate once it is.' },
  },
  witnessHasHand: {
    kind: 'conflict',
    title: { zh: '不能担任监销人', en: 'They cannot be a witness' },
    detail: { zh: '申请人、批准人及委托他们办理的人不能监销。', en: 'Whoever applied or approved, or for whom that was done, is no witness.' },
  },
  witnessNamed: { kind: 'conflict', title: { zh: '已指定为监销人', en: 'They are named already' } },
  witnessSigned: { kind: 'conflict', title: { zh: '您已签字', en: 'You have signed' } },
  outsideWitnessed: { kind: 'conflict', title: { zh: '已有外部监销人签字', en: 'Somebody from elsewhere has signed' }, detail: { zh: '外部监销人至多一名。', en: 'One of the two witnesses at most is from elsewhere.' } },
  executorWitnessed: { kind: 'forbidden', title: { zh: '监销人不能执行销毁', en: 'A witness does not carry it out' } },
  registerAhead: {
    kind: 'conflict',
    title: { zh: '外部销毁清册比本系统新', en: 'The register outside knows of more' },
    detail: {
      zh: '外部清册记有本系统没有的销毁：数据库曾恢复到更早的时刻。请系统运维先执行 ops destroy-again。',
      en: 'It has destructions that this office does not know: its database was brought back to an earlier moment. An operator runs "ops destroy-again" first.',
    },
  },
  methodMissing: { kind: 'invalid', title: { zh: '须写明销毁方式', en: 'Say how the paper is destroyed' } },
  witnessLinkUnknown: { kind: 'not-found', title: { zh: '链接无效', en: 'No such link' } },
  witnessLinkOver: { kind: 'conflict', title: { zh: '链接已失效', en: 'The link is over' }, detail: { zh: '链接已使用、收回、过期或不再需要。', en: 'It was used or revoked, has expired, or nothing waits for it.' } },
  witnessAddressWrong: { kind: 'invalid', title: { zh: '监销人手机号有误', en: 'The telephone of the witness is wrong' } },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

export const destructionErrors = {
  ...factories,
  recordsNotDue: (records: readonly string[]) => factories.recordsNotDue({ records: numbers(records) }),
  opinionsMissing: (records: readonly string[]) => factories.opinionsMissing({ records: numbers(records) }),
  recordsNotListed: (records: readonly string[]) => factories.recordsNotListed({ records: numbers(records) }),
  appraisersTooFew: () => factories.appraisersTooFew({}, at('/appraiserIds', '至少两人', 'two people at least')),
  notCarriedOut: (state: DestructionState) => factories.notCarriedOut({ state: destructionStateNames[state] }),
  /** @param left records of which files has not said what became of their bytes */
  wipingUnfinished: (left: number) => factories.wipingUnfinished({ left: String(left) }),
  termMissing: () => factories.termMissing({}, at('/retention', '继续保管的须选择期限，销毁的不填', 'a term for what is kept, none for what is destroyed')),
  methodMissing: () => factories.methodMissing({}, at('/method', '清册中有纸质档案', 'the list holds paper')),
  witnessAddressWrong: () =>
    factories.witnessAddressWrong({}, at('/phone', '是申请人、批准人或监销人的手机号', 'it is that of somebody who applied, approved or witnesses')),
};

/** Where a move leads. @throws appraisalMoveIllegal (409) naming the legal ones */
export function appraisalStateAfter(state: AppraisalState, move: AppraisalMove): AppraisalState {
  const next = afterAppraisalMove(state, move);
  if (next) return next;
  const names = legalAppraisalMoves(state).map((each) => appraisalMoveNames[each]);
  throw factories.appraisalMoveIllegal({ state: appraisalStateNames[state], move: appraisalMoveNames[move], allowed: listed(names) });
}

/** Where a move leads. @throws destructionMoveIllegal (409) naming the legal ones */
export function destructionStateAfter(state: DestructionState, move: DestructionMove): DestructionState {
  const next = afterDestructionMove(state, move);
  if (next) return next;
  const names = legalDestructionMoves(state).map((each) => destructionMoveNames[each]);
  throw factories.destructionMoveIllegal({ state: destructionStateNames[state], move: destructionMoveNames[move], allowed: listed(names) });
}
