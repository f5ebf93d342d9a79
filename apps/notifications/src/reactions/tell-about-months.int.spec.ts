import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutMonthsReaction } from './tell-about-months.reaction';

it('the clerks hear that a month of the archives differs or may be closed, and the director, too, that it is open again (W4.5)', async () => {
  const office = await NotificationsUnderTest.open();
  const [clerk, director] = [newId(), newId()];
  for (const [personId, role] of [[clerk, 'clerk'], [director, 'director']])
    await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, office.awake, new Date('2020-01-01T00:00:00Z')]);
  const id = newId();
  const said = { number: '2026-11', figures: [] };
  const events = [
    announced('archives.month-differed.v1', id, office.awake, said, { aggregateversion: 2 }),
    announced('archives.month-agreed.v1', id, office.awake, said, { aggregateversion: 3 }),
    announced('archives.month-reopened.v1', id, office.awake, { ...said, because: 'late-event' }, { aggregateversion: 5 }),
  ];
  for (const event of events) await office.database.transaction(async (tx) => new TellAboutMonthsReaction().onMonth(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  const rows = await office.database.query<{ kind: string; person_id: string }>('SELECT kind, person_id FROM notification');
  expect(rows.map(({ kind, person_id: personId }) => `${kind} ${personId}`).sort()).toEqual([`month-differs ${clerk}`, `month-to-close ${clerk}`, `month-reopened ${clerk}`, `month-reopened ${director}`].sort());
  await office.close();
});
