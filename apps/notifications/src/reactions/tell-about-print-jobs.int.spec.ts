import { eventContracts, type EventData, type EventType, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutPrintJobsReaction } from './tell-about-print-jobs.reaction';

describe('the clerks hear of what is to be printed, and whoever asked for it what became of it (R2.2)', () => {
  let office: NotificationsUnderTest;
  let version = 1;
  const [jobId, clerk, requester] = [newId(), newId(), newId()];

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), clerk, 'clerk', office.awake, new Date('2020-01-01T00:00:00Z')]);
  });

  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>>, actorid: string): Promise<void> {
    const at = new Date().toISOString();
    const event = {
      specversion: '1.0', id: newId(), source: '/documents', type, subject: jobId, time: at, datacontenttype: 'application/json',
      aggregatetype: eventContracts[type].aggregate, aggregateversion: (version += 1), siteid: office.awake, happenedat: at, actorid, actorrole: 'clerk',
      data: { number: 'Y-20261128-10001', requesterId: requester, ...more } as EventData<T>,
    } as WireEvent;
    await office.database.transaction(async (tx) => new TellAboutPrintJobsReaction().onPrintJob(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }

  it('each once, and not of what they did themselves', async () => {
    const asked = { copies: 2, confidentiality: 'open', dueAt: new Date().toISOString(), attachmentIds: [] } as const;
    await happens('documents.print-job-requested.v1', { ...asked, attachmentIds: [] }, requester);
    await happens('documents.print-job-requested.v1', { ...asked, attachmentIds: [] }, clerk);
    await happens('documents.print-job-done.v1', { copies: 2 }, clerk);
    await happens('documents.print-job-returned.v1', {}, clerk);
    await happens('documents.print-job-returned.v1', {}, requester);
    const rows = await office.database.query<{ kind: string; person_id: string }>('SELECT kind, person_id FROM notification ORDER BY id');
    expect(rows.map(({ kind, person_id: personId }) => [kind, personId])).toEqual([['print-job-waiting', clerk], ['print-job-done', requester], ['print-job-returned', requester]]);
  });
});
