import { noticeErrors, stateAfter } from './errors';
import { afterFact, afterMove, legalMoves, moveTable, noticeFacts, noticeMoves, noticeStates } from './notice-states';

const table = Object.fromEntries(noticeStates.map((state) => [state, legalMoves(state)]));

it('a notice goes one way only (W2.4)', () => {
  expect(table).toEqual({
    draft: ['edit', 'submit', 'discard'],
    submitted: ['recall', 'approve', 'return'],
    returned: ['edit', 'submit', 'discard'],
    approved: ['schedule', 'release', 'withdraw'],
    scheduled: ['schedule', 'unschedule', 'release', 'withdraw'],
    released: ['withdraw', 'correct', 'remind', 'leave-slips', 'correct-slips'],
    expired: ['correct', 'leave-slips', 'correct-slips'],
    withdrawn: [],
    corrected: [],
    discarded: [],
  });
});

it('no move reaches release without an approval', () => {
  const into = moveTable.filter(({ to, from }) => to === 'released' && !from.includes('released')).flatMap(({ from }) => from);
  expect(new Set(into)).toEqual(new Set(['approved', 'scheduled']));
  expect(moveTable.filter(({ to }) => to === 'approved').flatMap(({ from }) => from)).toEqual(['submitted', 'scheduled']);
});

it('names each move once for a state', () => {
  for (const state of noticeStates) {
    for (const move of noticeMoves) expect(moveTable.filter((row) => row.trigger === move && row.from.includes(state)).length).toBeLessThanOrEqual(1);
  }
});

it('facts that cross change only what is scheduled or out', () => {
  const changed = noticeStates.filter((state) => noticeFacts.some((fact) => afterFact(state, fact)));
  expect(changed).toEqual(['scheduled', 'released']);
});

it('an illegal move names the legal ones, in both languages', () => {
  const refusal = catchError(() => stateAfter('released', 'edit'));
  expect(refusal.code).toBe('notice-move-illegal');
  expect(refusal.detail('zh')).toBe('公告目前是“已发布”，不能“修改”。现在可以：撤回公告、更正、提醒未读、登记入户通知单已送达、更正送达登记。');
  expect(refusal.detail('en')).toBe('The notice is released and cannot be moved by "edit". Allowed now: withdraw, correct, remind, record that slips were left, correct which slips were left.');
  expect(catchError(() => stateAfter('withdrawn', 'release')).detail('zh')).toContain('现在可以：没有');
  expect(afterMove('draft', 'release')).toBeUndefined();
});

function catchError(run: () => unknown): ReturnType<typeof noticeErrors.unknown> {
  try {
    run();
  } catch (error) {
    return error as ReturnType<typeof noticeErrors.unknown>;
  }
  throw new Error('it was not refused');
}
