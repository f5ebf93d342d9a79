import { shownSummary } from './shown-summary';

const forPersonId = '01900000-0000-7000-8000-000000000001';
const told = { type: 'tickets.repair-cancelled.v1', data: { reason: '误报' }, actorRole: 'director', actorFor: null } as const;

it('says in whose place a deputy acted (G1)', () => {
  expect(shownSummary({ ...told, actorFor: forPersonId }, 'zh')).toBe('已取消：误报（代主任）');
  expect(shownSummary({ ...told, actorFor: forPersonId }, 'en')).toBe('Cancelled: 误报 (for the director)');
});

it('says nothing more of an act in one’s own name', () => {
  expect(shownSummary(told, 'zh')).toBe('已取消：误报');
});
