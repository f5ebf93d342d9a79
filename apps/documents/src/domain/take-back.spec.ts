import { incomingActs, movedBack, outgoingActs } from './take-back';

const now = new Date('2026-11-27T02:05:00Z');
const checked = { type: 'documents.incoming-checked.v1', actorId: 'clerk', recordedAt: new Date('2026-11-27T02:00:00Z') };

it('takes back one’s own last act within five minutes, and no act that others go by', () => {
  expect(movedBack(checked, 'clerk', now, incomingActs)).toBe('check');
  expect(movedBack(checked, 'director', now, incomingActs)).toBeUndefined();
  expect(movedBack(checked, 'clerk', new Date(now.getTime() + 1), incomingActs)).toBeUndefined();
  expect(movedBack({ ...checked, type: 'documents.incoming-decided.v1' }, 'clerk', now, incomingActs)).toBeUndefined();
});

it('of an outgoing document that it was checked or discarded, never a signature', () => {
  const last = (type: string) => movedBack({ ...checked, type: `documents.outgoing-${type}.v1` }, 'clerk', now, outgoingActs);
  expect([last('checked'), last('discarded'), last('signed-off'), last('numbered')]).toEqual(['check', 'discard', undefined, undefined]);
});
