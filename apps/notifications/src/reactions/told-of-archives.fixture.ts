import type { EventData, EventType, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';

/** An office with its clerks, director and company, and whom one reaction tells there of a list of the archives, by its number alone. */
export function toldOfArchives(about: { number: string }, react: (event: never, context: ReactionContext<Transaction>) => Promise<void>) {
  let office: NotificationsUnderTest;
  let subject: string;
  let version = 1;
  const [clerk, clerk2, director, company] = Array.from({ length: 4 }, newId) as [string, string, string, string];

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    subject = newId();
    const holders: Array<[string, Role]> = [[director, 'director'], [clerk, 'clerk'], [clerk2, 'clerk'], [company, 'company']];
    for (const [personId, role] of holders)
      await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, office.awake, new Date('2020-01-01T00:00:00Z')]);
  });

  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>>, actorid = clerk): Promise<void> {
    const event = announced(type, subject, office.awake, { ...about, ...more } as EventData<T>, { actorid, actorrole: 'clerk', aggregateversion: (version += 1) } as Partial<WireEvent<T>>);
    await office.database.transaction(async (tx) => react(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }

  async function told(): Promise<Array<[string, string]>> {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    for (const { data } of rows) expect(data).toEqual({ number: about.number });
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  }

  return { clerk, clerk2, director, company, happens, told };
}
