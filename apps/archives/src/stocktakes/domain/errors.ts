import { defineErrors } from '@property-office/kernel';
import { listed } from '../../domain/listed';
import { afterStocktakeMove, legalStocktakeMoves, stocktakeMoveNames, stocktakeStateNames, type StocktakeMove, type StocktakeState } from './stocktake-states';

/** By when a stocktake is to be finished at the latest, days from its beginning. */
export const mostStocktakeDays = 180;

const factories = defineErrors({
  stocktakeUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这次清点', en: 'No such stocktake' },
    detail: { zh: '清点不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  stocktakeMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '清点目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The stocktake is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  scopeWrong: { kind: 'invalid', title: { zh: '清点范围有误', en: 'The scope of the stocktake is wrong' } },
  nothingToCount: { kind: 'invalid', title: { zh: '没有可以清点的档案', en: 'There is nothing to count' } },
  finishDateWrong: { kind: 'invalid', title: { zh: '完成日期有误', en: 'The date to finish by is wrong' } },
  counterMayNotRead: { kind: 'invalid', title: { zh: '此人不能查阅档案，无法清点', en: 'They may read no records, and cannot count them' } },
  nothingScanned: { kind: 'invalid', title: { zh: '没有扫描内容', en: 'Nothing was scanned' } },
  differenceUnknown: { kind: 'not-found', title: { zh: '清点中没有这项差异', en: 'The stocktake has no such difference' } },
  nothingToExplain: {
    kind: 'conflict',
    title: { zh: '没有需要说明的差异', en: 'There is nothing to explain' },
    detail: { zh: '您能看到的差异都已说明，或者已经批准。', en: 'Whatever differs and is yours to see is explained, or approved already.' },
  },
  nothingToApprove: {
    kind: 'conflict',
    title: { zh: '没有待批准的差异说明', en: 'No explanation waits for a decision' },
    detail: { zh: '差异尚未说明，或者已经批准、退回。', en: 'The differences are not explained yet, or the explanations were approved or returned.' },
  },
  explainedByYou: {
    kind: 'forbidden',
    title: { zh: '差异说明由他人批准', en: 'Somebody else decides on the explanation' },
    detail: { zh: '说明人及其代理人、被代理人都不能批准或退回。', en: 'Neither who explained it, nor who stands in for them, nor for whom they stand in.' },
  },
  shelfNotCorrectable: { kind: 'invalid', title: { zh: '不能更正库位', en: 'There is no shelf to correct' } },
  differencesOpen: {
    kind: 'conflict',
    title: { zh: '差异尚未全部办结', en: 'Not all differences are settled' },
    detail: { zh: '还有 {unexplained} 项未说明、{unapproved} 项待批准。全部说明并经他人批准后才能办结。', en: '{unexplained} are not explained and {unapproved} wait for approval: it closes once each is explained and approved by another person.' },
  },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

export const stocktakeErrors = {
  ...factories,
  scopeWrong: () => factories.scopeWrong({}, at('/category', '门类和库位请填一项', 'name a category or a shelf, one of them')),
  nothingToCount: () => factories.nothingToCount({}, at('/category', '范围内没有纸质档案', 'there is no paper within it')),
  finishDateWrong: () =>
    factories.finishDateWrong({}, at('/finishBy', `应晚于现在，且不超过 ${mostStocktakeDays} 天`, `it must lie ahead, by ${mostStocktakeDays} days at most`)),
  counterMayNotRead: () => factories.counterMayNotRead({}, at('/counterIds', '请选择可以查阅本项目档案的人员', 'choose people whose role reads the records of the site')),
  nothingScanned: () => factories.nothingScanned({}, at('/codes', '请扫描至少一个档号', 'scan one number at least')),
  shelfNotCorrectable: () => factories.shelfNotCorrectable({}, at('/correctShelf', '只有错架的档案可以更正库位', 'only of what lies on another shelf')),
};

/** Where a move leads. @throws stocktakeMoveIllegal (409) naming the legal ones */
export function stocktakeStateAfter(state: StocktakeState, move: StocktakeMove): StocktakeState {
  const next = afterStocktakeMove(state, move);
  if (next) return next;
  const names = legalStocktakeMoves(state).map((each) => stocktakeMoveNames[each]);
  throw factories.stocktakeMoveIllegal({ state: stocktakeStateNames[state], move: stocktakeMoveNames[move], allowed: listed(names) });
}
