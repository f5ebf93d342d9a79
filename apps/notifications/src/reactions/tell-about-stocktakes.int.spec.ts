import type { EventData, EventType, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutStocktakesReaction } from './tell-about-stocktakes.reaction';

const number = 'U-20261128-10001';

describe('who has the next thing to do with a stocktake hears of it, and nobody else (W4.4)', () => {
  let office: NotificationsUnderTest;
  let subject: string;
  let version = 1;
  const [clerk, clerk2, director, company, lead] = Array.from({ length: 5 }, newId) as [string, string, string, string, string];

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
    const event = announced(type, subject, office.awake, { number, startedBy: clerk, ...more } as EventData<T>, { actorid, actorrole: 'clerk', aggregateversion: (version += 1) } as Partial<WireEvent<T>>);
    await office.database.transaction(async (tx) => new TellAboutStocktakesReaction().onStocktake(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    for (const { data } of rows) expect(data).toEqual({ number });
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  };

  it('who helps to count, the other clerk of what differs, the director, whoever explained it', async () => {
    await happens('archives.stocktake-started.v1', { counterIds: [lead, clerk], expected: 3 });
    await happens('archives.stocktake-counted.v1', { found: 1, differences: 2 });
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: false });
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: true });
    await happens('archives.stocktake-returned.v1', { differenceIds: [], explainedBy: [clerk] }, director);
    await happens('archives.stocktake-approved.v1', { differenceIds: [], whole: false }, director);
    expect(await told()).toEqual([['stocktake-to-count', lead], ['stocktake-differences', clerk2], ['stocktake-to-approve', director], ['stocktake-returned', clerk]]);
  });

  it('the clerks, where it may be closed, and the director, where it is given up', async () => {
    await happens('archives.stocktake-counted.v1', { found: 3, differences: 0 }, clerk2);
    await happens('archives.stocktake-approved.v1', { differenceIds: [], whole: true }, director);
    await happens('archives.stocktake-withdrawn.v1', {});
    const [first, ...then] = await told();
    expect(first).toEqual(['stocktake-to-close', clerk]);
    expect(then.toSorted()).toEqual([['stocktake-to-close', clerk], ['stocktake-to-close', clerk2], ['stocktake-withdrawn', director]].toSorted());
  });

  it('the company, where the director explained it: they cannot approve it (G1)', async () => {
    await happens('archives.stocktake-explained.v1', { differenceIds: [], whole: true }, director);
    expect(await told()).toEqual([['stocktake-to-approve', company]]);
  });
});
