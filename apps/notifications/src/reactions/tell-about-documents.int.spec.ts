import type { EventData, EventType } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutDocumentsReaction } from './tell-about-documents.reaction';

const number = '收文〔2026〕17号';

describe('who has to do something with a document hears of it, and nobody else (W1.1)', () => {
  let office: NotificationsUnderTest;
  let documentId: string;
  let version: number;
  const [clerk, director, acting, supervisor, first, second] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string];
  const reaction = new TellAboutDocumentsReaction();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    [documentId, version] = [newId(), 1];
    await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [
      newId(), director, 'director', office.awake, new Date('2020-01-01T00:00:00Z'),
    ]);
  });

  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>>, actorid = clerk): Promise<void> {
    const event = announced(type, documentId, office.awake, { number, ...more } as EventData<T>, { aggregateversion: (version += 1), actorid, actorrole: 'clerk' });
    const heard = type.startsWith('documents.mail-') ? 'onMail' : 'onDocument';
    await office.database.transaction(async (tx) => reaction[heard](event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    for (const { data } of rows) expect(data).toEqual({ number });
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  };

  it('the director decides, whoever acts is told, reminded and supervised', async () => {
    await happens('documents.incoming-proposed.v1', {});
    await happens('documents.incoming-decided.v1', { actingPersonId: acting, dueAt: null, answerNeeded: false }, director);
    await happens('documents.incoming-reminded.v1', { actingPersonId: acting, reminders: 1 });
    await happens('documents.incoming-supervised.v1', { actingPersonId: acting, supervisorId: supervisor });
    await happens('documents.incoming-assigned.v1', { actingPersonId: second, formerPersonId: acting });
    expect(await told()).toEqual([
      ['document-to-decide', director],
      ['document-to-act-on', acting],
      ['document-reminded', acting],
      ['document-to-supervise', supervisor],
      ['document-supervised', acting],
      ['document-to-act-on', second],
    ]);
  });

  it('whom the decision waits for decides, whoever is director (G1)', async () => {
    await happens('documents.incoming-proposed.v1', { deciderIds: [first, second] });
    expect(await told()).toEqual([['document-to-decide', first], ['document-to-decide', second]]);
  });

  it('a reader when it is their turn, once; nobody of what is for reading only', async () => {
    await happens('documents.incoming-decided.v1', { actingPersonId: null, dueAt: null, answerNeeded: false }, director);
    await happens('documents.incoming-circulated.v1', { circulation: 1, ordered: false, readerIds: [first, second], next: [first, second] });
    await happens('documents.incoming-read.v1', { circulation: 1, readerId: first, next: [second], completed: false }, first);
    await happens('documents.incoming-read.v1', { circulation: 1, readerId: second, next: [], completed: true }, second);
    expect(await told()).toEqual([['document-to-read', first], ['document-to-read', second]]);
  });

  it('not whoever did it themselves', async () => {
    await happens('documents.incoming-decided.v1', { actingPersonId: director, dueAt: null, answerNeeded: false }, director);
    expect(await told()).toEqual([]);
  });

  it('whom mail is for, and whom it is for after that', async () => {
    await happens('documents.mail-signed-for.v1', { addresseeId: first, kind: 'letter', official: false, attachmentIds: [] });
    await happens('documents.mail-readdressed.v1', { addresseeId: second, formerAddresseeId: first });
    expect(await told()).toEqual([['mail-waiting', first], ['mail-waiting', second]]);
  });
});
