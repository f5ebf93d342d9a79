import { defineErrors } from '@property-office/kernel';
import { listed } from './errors';
import { afterMove, legalMoves, moveNames, stateNames, type SuggestionMove, type SuggestionState } from './suggestion-states';

const factories = defineErrors({
  suggestionMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '建议目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The suggestion is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  suggestionNotAdopted: {
    kind: 'conflict',
    title: { zh: '未采纳的建议没有落实情况', en: 'Only what was adopted is carried out' },
  },
  outcomeWayMissing: { kind: 'invalid', title: { zh: '请写明如何告知建议人', en: 'Say how whoever made it was told' } },
});

export const suggestionErrors = {
  notAdopted: factories.suggestionNotAdopted,
  outcomeWayMissing: () =>
    factories.outcomeWayMissing({}, { fields: [{ pointer: '/how', message: { zh: '建议人没有账户，请写明如何告知', en: 'whoever made it has no account: say how they were told' } }] }),
};

/** Where a move leads. @throws suggestionMoveIllegal (409) naming the legal ones */
export function stateAfter(state: SuggestionState, move: SuggestionMove): SuggestionState {
  const next = afterMove(state, move);
  if (next) return next;
  const allowed = listed(legalMoves(state).map((each) => moveNames[each]));
  throw factories.suggestionMoveIllegal({ state: stateNames[state], move: moveNames[move], allowed });
}
