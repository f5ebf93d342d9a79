import { dispatchErrors } from './errors';
import { afterFact, afterMove, legalMoves, moveTable, stateNames, workOrderStates, type WorkOrderMove, type WorkOrderState } from './work-order-states';

describe('states of a work order (main flow 4)', () => {
  it('lead from the queue to finished', () => {
    const moves: WorkOrderMove[] = ['assign', 'accept', 'arrive', 'pause', 'resume', 'finish'];
    let state: WorkOrderState = 'queued';
    const seen = moves.map((move) => (state = afterMove(state, move)!));
    expect(seen).toEqual(['assigned', 'accepted', 'on-site', 'paused', 'on-site', 'finished']);
  });

  it('end when the order is finished or withdrawn', () => {
    expect(legalMoves('finished')).toEqual([]);
    expect(legalMoves('withdrawn')).toEqual([]);
  });

  it('are never left open to two readings: one row for a state and a move', () => {
    for (const state of workOrderStates)
      for (const move of new Set(moveTable.map(({ trigger }) => trigger)))
        expect(moveTable.filter((row) => row.trigger === move && row.from.includes(state)).length).toBeLessThanOrEqual(1);
  });

  it('name the legal moves to who tries another, in both languages', () => {
    const error = dispatchErrors.illegalMove('assigned', 'arrive');
    expect(error.detail('zh')).toBe('派工单目前是“已指派”，不能“到场”。现在可以：派单、接单、退单、转单。');
    expect(error.detail('en')).toBe('The work order is assigned and cannot be moved by "arrive". Allowed now: assign, accept, decline, transfer.');
  });
});

describe('a cancellation that crosses', () => {
  it.each(['queued', 'offered', 'assigned', 'accepted', 'on-site', 'paused'] as const)('withdraws an order that is %s, and everything after is refused', (state) => {
    expect(afterFact(state, 'repair-cancelled')).toBe('withdrawn');
    expect(legalMoves('withdrawn')).toEqual([]);
  });

  it('comes too late for finished work', () => {
    expect(afterFact('finished', 'repair-cancelled')).toBeUndefined();
  });

  it('is no news to an order that is withdrawn', () => {
    expect(afterFact('withdrawn', 'repair-cancelled')).toBe('withdrawn');
  });
});

test('every state has its name', () => {
  expect(workOrderStates.map((state) => stateNames[state].zh)).toEqual([
    '待派',
    '待抢',
    '已指派',
    '已接单',
    '已到场',
    '挂起',
    '已完工',
    '退单',
    '转单',
    '撤回',
  ]);
});
