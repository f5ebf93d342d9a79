import { afterMove, deliveryMachine, deliveryStates, legalMoves } from './delivery-states';

it('only what was given up is tried again', () => {
  expect(deliveryStates.map((state) => [state, afterMove(state, 'retry'), legalMoves(state)])).toEqual([
    ['waiting', undefined, []],
    ['sent', undefined, []],
    ['failed', 'waiting', ['retry']],
    ['withdrawn', undefined, []],
  ]);
});

it('what has left the house, or is not to leave it, stays as it is', () => {
  const leaving = [...deliveryMachine.moves, ...deliveryMachine.facts].flatMap(({ from }) => from);
  expect(leaving).not.toContain('sent');
  expect(leaving).not.toContain('withdrawn');
});
