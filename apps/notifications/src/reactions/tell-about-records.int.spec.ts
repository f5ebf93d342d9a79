import { systemActor, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutRecordsReaction } from './tell-about-records.reaction';

describe('whoever filed something hears that it came back from the archives, whoever was admitted that they may look (W4.2, W4.5)', () => {
  let office: NotificationsUnderTest;
  const [filer, clerk, reader] = [newId(), newId(), newId()];

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());

  const happens = (event: WireEvent): Promise<void> =>
    office.database.transaction(async (tx) => new TellAboutRecordsReaction().onRecord(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  const returned = (filedBy: string): WireEvent => {
    const source = { type: 'incoming-document', id: newId(), number: '收文〔2026〕17号' } as const;
    return announced('archives.proposal-returned.v1', newId(), office.awake, { number: 'A-20261128-10001', source, filedBy }, { actorid: clerk, actorrole: 'clerk' });
  };

  it('each once; not of what they did themselves, nor where nobody filed it', async () => {
    for (const filedBy of [filer, clerk, systemActor.personId]) await happens(returned(filedBy));
    await happens(announced('archives.reader-admitted.v1', newId(), office.awake, { archiveNumber: 'PM01-WS·2026-D30-KFB-0012', readerId: reader, until: null }));
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    expect(rows.map(({ kind, person_id: personId, data }) => [kind, personId, data])).toEqual([
      ['proposal-returned', filer, { number: '收文〔2026〕17号' }],
      ['record-to-read', reader, { number: 'PM01-WS·2026-D30-KFB-0012' }],
    ]);
  });
});
