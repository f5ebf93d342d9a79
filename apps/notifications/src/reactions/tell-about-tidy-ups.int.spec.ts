import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutTidyUpsReaction } from './tell-about-tidy-ups.reaction';

it('the clerks are reminded of last year’s papers, and the director once the date is over (W1.3)', async () => {
  const office = await NotificationsUnderTest.open();
  const [clerk, director] = [newId(), newId()];
  for (const [personId, role] of [[clerk, 'clerk'], [director, 'director']])
    await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, office.awake, new Date('2020-01-01T00:00:00Z')]);
  const id = newId();
  for (const late of [false, true]) {
    const event = announced('documents.tidy-up-reminded.v1', id, office.awake, { year: 2026, dueAt: '2027-06-30T16:00:00.000Z', late }, { aggregateversion: late ? 2 : 1 });
    await office.database.transaction(async (tx) => new TellAboutTidyUpsReaction().onReminded(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const rows = await office.database.query<{ kind: string; person_id: string }>('SELECT kind, person_id FROM notification');
  expect(rows.map(({ kind, person_id: personId }) => `${kind} ${personId}`).sort()).toEqual([`tidy-up-due ${clerk}`, `tidy-up-late ${clerk}`, `tidy-up-late ${director}`].sort());
  await office.close();
});
