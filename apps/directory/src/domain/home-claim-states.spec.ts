import { afterMove, claimMoves, claimStates, refusedMove } from './home-claim-states';

test('a claim is decided once', () => {
  for (const move of claimMoves) {
    const next = afterMove('pending', move)!;
    for (const again of claimMoves) expect(afterMove(next, again)).toBeUndefined();
  }
});

test('a refusal names what is possible', () => {
  expect(refusedMove('confirmed', 'refuse')).toMatchObject({
    state: { zh: '已确认' },
    allowed: { zh: '没有', en: 'nothing' },
  });
  expect(refusedMove('pending', 'confirm').allowed.en).toBe('confirm, refuse, withdraw');
  expect(claimStates).toHaveLength(4);
});
