import { defineErrors, type DomainError } from '@property-office/kernel';
import { afterMove, legalMoves, moveNames, stateNames, type FollowUpMove, type FollowUpState } from './follow-up-states';

const factories = defineErrors({
  followUpUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条回访', en: 'No such follow-up' },
    detail: { zh: '这条回访不存在，或者不在您的权限范围内。', en: 'It does not exist or is not yours to see.' },
  },
  followUpMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '回访目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The follow-up is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  ownWork: {
    kind: 'forbidden',
    title: { zh: '不能回访自己经办的事项', en: 'Nobody follows up their own work' },
    detail: {
      zh: '回访不能由参与这次维修或办理这条投诉的人来做，请由其他同事处理。',
      en: 'Whoever did or helped with the repair, or handled the complaint, cannot follow it up; please let a colleague do it.',
    },
  },
  directorsOwn: {
    kind: 'forbidden',
    title: { zh: '重大投诉由主任回访', en: 'The director follows up a major complaint' },
  },
  triedToday: {
    kind: 'conflict',
    title: { zh: '今天已经联系过', en: 'Already tried today' },
    detail: { zh: '三次联系要在不同的日子进行，请改天再试。', en: 'The three tries are made on different days; please try on another day.' },
  },
  takenBySomebodyElse: {
    kind: 'conflict',
    title: { zh: '这条回访已由同事领取', en: 'A colleague has this follow-up in hand' },
  },
});

export const followUpErrors = {
  unknown: factories.followUpUnknown,
  ownWork: factories.ownWork,
  directorsOwn: factories.directorsOwn,
  triedToday: factories.triedToday,
  takenBySomebodyElse: factories.takenBySomebodyElse,
};

/** Where a move leads. @throws followUpMoveIllegal (409) naming the legal ones */
export function stateAfter(state: FollowUpState, move: FollowUpMove): FollowUpState {
  const next = afterMove(state, move);
  if (!next) throw illegalMove(state, move);
  return next;
}

function illegalMove(state: FollowUpState, move: FollowUpMove): DomainError {
  const names = legalMoves(state).map((each) => moveNames[each]);
  const allowed =
    names.length === 0
      ? { zh: '没有', en: 'nothing' }
      : { zh: [...new Set(names.map(({ zh }) => zh))].join('、'), en: [...new Set(names.map(({ en }) => en))].join(', ') };
  return factories.followUpMoveIllegal({ state: stateNames[state], move: moveNames[move], allowed });
}
