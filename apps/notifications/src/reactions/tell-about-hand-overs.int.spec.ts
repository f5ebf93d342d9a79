import type { EventData, EventType, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutHandOversReaction } from './tell-about-hand-overs.reaction';

const number = 'J-20261128-10001';

describe('who has the next thing to do with a hand-over hears of it, and nobody else (W4.6)', () => {
  let office: NotificationsUnderTest;
  let subject: string;
  let version = 1;
  const [clerk, director, company, lead] = Array.from({ length: 4 }, newId) as [string, string, string, string];

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    subject = newId();
    const holders: Array<[string, Role]> = [[director, 'director'], [clerk, 'clerk'], [company, 'company']];
    for (const [personId, role] of holders)
      await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, office.awake, new Date('2020-01-01T00:00:00Z')]);
  });

  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>>, actorid = clerk): Promise<void> {
    const event = announced(type, subject, office.awake, { number, ...more } as EventData<T>, { actorid, actorrole: 'clerk', aggregateversion: (version += 1) } as Partial<WireEvent<T>>);
    await office.database.transaction(async (tx) => new TellAboutHandOversReaction().onHandOver(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    for (const { data } of rows) expect(data).toEqual({ number });
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  };

  it('the director, whoever applied, who is named once there is something to sign, and whoever applied when all have', async () => {
    await happens('archives.hand-over-applied.v1', {});
    await happens('archives.hand-over-approved.v1', { appliedBy: clerk }, director);
    await happens('archives.hand-over-party-named.v1', { part: 'receiver', personId: company, sealed: false });
    await happens('archives.hand-over-sealed.v1', { appliedBy: clerk, named: [company, clerk] });
    await happens('archives.hand-over-party-named.v1', { part: 'witness', personId: lead, sealed: true });
    await happens('archives.hand-over-signed.v1', { appliedBy: clerk, part: 'receiver', personId: company, linkId: null, whole: false }, company);
    // Also where they gave the last signature themselves.
    await happens('archives.hand-over-signed.v1', { appliedBy: clerk, part: 'giver', personId: clerk, linkId: null, whole: true });
    await happens('archives.hand-over-refused.v1', { appliedBy: clerk }, director);
    expect(await told()).toEqual([
      ['hand-over-to-approve', director],
      ['hand-over-approved', clerk],
      ['hand-over-to-sign', company],
      ['hand-over-to-sign', lead],
      ['hand-over-done', clerk],
      ['hand-over-refused', clerk],
    ]);
  });

  it('the company, where the director applied: they cannot approve it (G1)', async () => {
    await happens('archives.hand-over-applied.v1', {}, director);
    expect(await told()).toEqual([['hand-over-to-approve', company]]);
  });
});
