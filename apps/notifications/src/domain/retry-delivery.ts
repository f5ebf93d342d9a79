import { notificationErrors } from './errors';
import { afterMove, deliveryMoveNames, deliveryStateNames, legalMoves, type DeliveryState } from './delivery-states';

/** Where trying again leads. @throws deliveryMoveIllegal (409) naming the legal moves */
export function stateAfterRetry(state: DeliveryState): DeliveryState {
  const next = afterMove(state, 'retry');
  if (next) return next;
  const names = legalMoves(state).map((move) => deliveryMoveNames[move]);
  const allowed = names.length === 0 ? { zh: '没有', en: 'nothing' } : { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
  throw notificationErrors.deliveryMoveIllegal({ state: deliveryStateNames[state], move: deliveryMoveNames.retry, allowed });
}
