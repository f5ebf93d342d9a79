import { movedBack } from './take-back';

const now = new Date('2026-11-27T02:05:00Z');
const checked = { type: 'documents.incoming-checked.v1', actorId: 'clerk', recordedAt: new Date('2026-11-27T02:00:00Z') };

it('takes back one’s own last act within five minutes, and no act that others go by', () => {
  expect(movedBack(checked, 'clerk', now)).toBe('check');
  expect(movedBack(checked, 'director', now)).toBeUndefined();
  expect(movedBack(checked, 'clerk', new Date(now.getTime() + 1))).toBeUndefined();
  expect(movedBack({ ...checked, type: 'documents.incoming-decided.v1' }, 'clerk', now)).toBeUndefined();
});
