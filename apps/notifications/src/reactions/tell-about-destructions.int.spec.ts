import type { EventData, EventType, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutDestructionsReaction } from './tell-about-destructions.reaction';

const number = 'X-20261128-10001';

describe('who has the next thing to do with an appraisal or a destruction hears of it, and nobody else (W4.4)', () => {
  let office: NotificationsUnderTest;
  let subject: string;
  let version = 1;
  const [clerk, director, company, lead, head] = Array.from({ length: 5 }, newId) as [string, string, string, string, string];

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
    await office.database.transaction(async (tx) => new TellAboutDestructionsReaction().onDestruction(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    for (const { data } of rows) expect(data).toEqual({ number });
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  };

  it('appraisers, then the director, witnesses and whoever applied', async () => {
    await happens('archives.appraisal-started.v1', { recordIds: [], appraiserIds: [lead, clerk] });
    await happens('archives.appraisal-concluded.v1', { startedBy: clerk, kept: [], listed: [] }, director);
    await happens('archives.destruction-applied.v1', { recordIds: [] });
    await happens('archives.destruction-approved.v1', { appliedBy: clerk }, director);
    await happens('archives.witness-named.v1', { witnessId: head });
    await happens('archives.destruction-witnessed.v1', { appliedBy: clerk, witnessId: head, linkId: null, whole: false }, head);
    await happens('archives.destruction-witnessed.v1', { appliedBy: clerk, witnessId: lead, linkId: null, whole: true }, lead);
    // Who carried it out waits for it, too.
    await happens('archives.destruction-certified.v1', { appliedBy: clerk, wiped: 1, kept: 0 });
    await happens('archives.destruction-refused.v1', { appliedBy: clerk }, director);
    expect(await told()).toEqual([
      ['appraisal-to-judge', lead],
      ['appraisal-concluded', clerk],
      ['destruction-to-approve', director],
      ['destruction-approved', clerk],
      ['destruction-to-witness', head],
      ['destruction-to-carry-out', clerk],
      ['destruction-certified', clerk],
      ['destruction-refused', clerk],
    ]);
  });

  it('the company, where the director applied: they cannot approve it (G1)', async () => {
    await happens('archives.destruction-applied.v1', { recordIds: [] }, director);
    expect(await told()).toEqual([['destruction-to-approve', company]]);
  });
});
