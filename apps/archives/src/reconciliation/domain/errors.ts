import { defineErrors, type Localized } from '@property-office/kernel';
import { afterMonthMove, legalMonthMoves, monthMoveNames, monthStateNames, type MonthMove, type MonthState } from './month-states';
import type { Unsettled } from './month-figures';

const factories = defineErrors({
  monthUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这个月的核对', en: 'No such month' },
    detail: { zh: '这个月没有核对，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  monthMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '这个月的核对目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The month is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  monthUnsettled: {
    kind: 'conflict',
    title: { zh: '尚未核平，不能结账', en: 'The month does not agree yet' },
    detail: {
      zh: '没有说明原因的还有：缺少归档建议或未登入维修登记簿 {missing} 件，待归档 {open} 件，来源没有的 {unknown} 件。请补提、归档、退回，或逐件说明原因；未登入登记簿的报修不能补提，须逐件说明。',
      en: 'Without a reason are: {missing} missing, {open} still open, {unknown} that no source knows of. Ask for them again, accept or return them, or explain each; repairs that stand in no register are explained one by one.',
    },
  },
  nothingMissing: {
    kind: 'conflict',
    title: { zh: '没有缺少的归档建议', en: 'Nothing is missing' },
    detail: {
      zh: '各来源这个月的事项都已提出归档建议；未登入维修登记簿的报修，请逐件说明原因。',
      en: 'All that the sources have of the month is proposed; repairs that stand in no register are explained one by one.',
    },
  },
  monthCaseSettled: {
    kind: 'conflict',
    title: { zh: '这一件不需要说明', en: 'There is nothing to explain' },
    detail: { zh: '这一件已归档或已退回。', en: 'It is a record, or was returned.' },
  },
  monthCaseUnknown: {
    kind: 'not-found',
    title: { zh: '这个月没有这一件', en: 'The month has no such case' },
    detail: { zh: '这一件不属于这个月，或者不在您的权限范围内。', en: 'It is not of this month, or not yours to see.' },
  },
});

/** @throws monthMoveIllegal (409), naming the allowed moves */
export function monthStateAfter(state: MonthState, move: MonthMove): MonthState {
  const next = afterMonthMove(state, move);
  if (next) return next;
  throw factories.monthMoveIllegal({ state: monthStateNames[state], move: monthMoveNames[move], allowed: named(legalMonthMoves(state)) });
}

export const monthErrors = {
  ...factories,
  /** @param left what has no reason yet; of what, only the list of cases says, to whom may see each */
  monthUnsettled: ({ open, missing, unknown }: Unsettled) => factories.monthUnsettled({ open: String(open), missing: String(missing), unknown: String(unknown) }),
};

const none: Localized = { zh: '无', en: 'none' };

function named(moves: readonly MonthMove[]): Localized {
  if (moves.length === 0) return none;
  return { zh: moves.map((move) => monthMoveNames[move].zh).join('、'), en: moves.map((move) => monthMoveNames[move].en).join(', ') };
}
