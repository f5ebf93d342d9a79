import { largestCauses } from '@property-office/contracts';
import { defineErrors, type Localized } from '@property-office/kernel';
import { listed } from './errors';
import { afterMove, legalMoves, moveNames, stateNames, type MeasureMove, type MeasureState } from './measure-states';

const factories = defineErrors({
  measureUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这项措施', en: 'No such measure' },
    detail: { zh: '这项措施不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  measureMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: { zh: '措施目前是“{state}”，不能“{move}”。现在可以：{allowed}。', en: 'The measure is {state}: "{move}" is not possible. Allowed now: {allowed}.' },
  },
  lastMeasuresOpen: {
    kind: 'conflict',
    title: { zh: '以前月份的措施还没有复盘', en: 'Measures of earlier months are not reviewed' },
    detail: { zh: '请先复盘：{open}。', en: 'Review these first: {open}.' },
  },
  measureTaken: {
    kind: 'conflict',
    title: { zh: '这个原因该月已有措施', en: 'There is a measure against this cause of the month' },
    detail: { zh: '每月每个原因一项措施。', en: 'There is one for each cause and month.' },
  },
  measuresFull: {
    kind: 'conflict',
    title: { zh: '该月已有足够的措施', en: 'The month has all of its measures' },
    detail: {
      zh: '投诉、报修和咨询每月各针对最多 {most} 个原因，该月此来源已有 {most} 项措施。',
      en: 'Measures are against {most} causes at most of complaints, repairs and enquiries of a month each, and there are {most} of these.',
    },
  },
  reviewTooSoon: {
    kind: 'conflict',
    title: { zh: '还不能复盘', en: 'It is too soon for a review' },
    detail: { zh: '措施尚未落实；登记已落实之后，或到 {when} 期限时，再复盘。', en: 'It is not done yet: it is reviewed when it is, or when its date has come, {when}.' },
  },
  measureCause: { kind: 'invalid', title: { zh: '月份或原因有误', en: 'The month or the cause is wrong' } },
  measureReasonMissing: { kind: 'invalid', title: { zh: '请说明选择该原因的理由', en: 'Say why it is against this cause' } },
  measureAlreadyTheirs: { kind: 'conflict', title: { zh: '这项措施已经由其负责', en: 'The measure is theirs already' } },
  measureNotYours: {
    kind: 'forbidden',
    title: { zh: '这项措施不由您落实', en: 'This measure is not yours' },
    detail: { zh: '由负责人登记已落实。', en: 'Its owner says that it is done.' },
  },
  ownMeasure: {
    kind: 'forbidden',
    title: { zh: '自己的措施由他人复盘', en: 'Somebody else reviews your measure' },
    detail: { zh: '现任和前任负责人不能复盘自己的措施。', en: 'Its owner does not say whether it worked, nor does whoever had it before.' },
  },
});

export const measureErrors = {
  unknown: factories.measureUnknown,
  notYours: factories.measureNotYours,
  own: factories.ownMeasure,
  alreadyTheirs: factories.measureAlreadyTheirs,
  lastOpen: (numbers: readonly string[]) => factories.lastMeasuresOpen({ open: listed(numbers.map((number) => ({ zh: number, en: number }))) }),
  taken: factories.measureTaken,
  full: () => factories.measuresFull({ most: largestCauses }),
  /** @param when as the clock of the site shows it */
  reviewTooSoon: (when: string) => factories.reviewTooSoon({ when }),
  reasonMissing: () =>
    factories.measureReasonMissing({}, { fields: [{ pointer: '/reason', message: { zh: `不在当月 ${largestCauses} 个主要原因之内，请说明理由`, en: `it is none of the ${largestCauses} largest of the month: give a reason` } }] }),
  cause: (pointer: string, message: Localized) => factories.measureCause({}, { fields: [{ pointer, message }] }),
};

/** Where a move leads. @throws measureMoveIllegal (409) naming the legal ones */
export function stateAfter(state: MeasureState, move: MeasureMove): MeasureState {
  const next = afterMove(state, move);
  if (next) return next;
  const allowed = listed(legalMoves(state).map((each) => moveNames[each]));
  throw factories.measureMoveIllegal({ state: stateNames[state], move: moveNames[move], allowed });
}
