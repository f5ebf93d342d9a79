import { openPromise } from './open-promise';

const now = new Date('2026-11-25T00:00:00Z');
const dueAt = new Date('2026-11-26T10:00:00Z');
const standing = { state: 'handling' as const, dueAt, extensionUntil: null, extensionToldAt: null };

it('is the date its clock says, until its result is there', () => {
  expect(openPromise(standing, now)).toEqual({ by: '2026-11-26T10:00:00.000Z', extended: false, overdue: false });
  expect(openPromise(standing, new Date('2026-11-27T00:00:00Z'))).toMatchObject({ overdue: true });
  for (const state of ['awaiting-feedback', 'closed'] as const) expect(openPromise({ ...standing, state }, now)).toBeNull();
  expect(openPromise({ ...standing, dueAt: null }, now)).toBeNull();
});

it('is an extension only where that was told, and is of this round', () => {
  expect(openPromise({ ...standing, extensionUntil: dueAt, extensionToldAt: now }, now)).toMatchObject({ extended: true });
  expect(openPromise({ ...standing, extensionUntil: dueAt }, now)).toMatchObject({ extended: false });
  expect(openPromise({ ...standing, extensionUntil: now, extensionToldAt: now }, now)).toMatchObject({ extended: false });
});
