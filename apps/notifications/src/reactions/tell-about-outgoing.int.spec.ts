import { eventContracts, type EventData, type EventType, type Role, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutOutgoingReaction } from './tell-about-outgoing.reaction';

const number = 'F-20261128-10001';
const text = { textVersion: 1, textHash: '0'.repeat(64) };

describe('who has the next thing to do with an outgoing document hears of it, and nobody else (W1.2)', () => {
  let office: NotificationsUnderTest;
  let documentId: string;
  let version: number;
  const [drafter, clerk, director, head, lead, desk] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string];
  const reaction = new TellAboutOutgoingReaction();

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    [documentId, version] = [newId(), 1];
    const holders: Array<[string, Role]> = [[director, 'director'], [clerk, 'clerk'], [head, 'department-head']];
    for (const [personId, role] of holders)
      await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, office.awake, new Date('2020-01-01T00:00:00Z')]);
  });

  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>>, actorid = drafter): Promise<void> {
    const at = new Date().toISOString();
    const event = {
      specversion: '1.0', id: newId(), source: '/documents', type, subject: documentId, time: at, datacontenttype: 'application/json',
      aggregatetype: eventContracts[type].aggregate, aggregateversion: (version += 1), siteid: office.awake, happenedat: at, actorid, actorrole: 'clerk',
      data: { number, ...more } as EventData<T>,
    } as WireEvent;
    await office.database.transaction(async (tx) => reaction.onOutgoing(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object }>('SELECT kind, person_id, data FROM notification ORDER BY id');
    for (const { data } of rows) expect(data).toEqual({ number });
    return rows.map(({ kind, person_id: personId }) => [kind, personId]);
  };

  it('its reviewer, each who countersigns, then the director; the drafter of what came back', async () => {
    await happens('documents.outgoing-submitted.v1', { ...text, reviewerId: head, countersignerIds: [lead, desk] });
    await happens('documents.outgoing-reviewed.v1', { ...text, next: [lead, desk], signerIds: [] }, head);
    await happens('documents.outgoing-countersigned.v1', { ...text, countersignerId: lead, next: [desk], signerIds: [] }, lead);
    await happens('documents.outgoing-countersigned.v1', { ...text, countersignerId: desk, next: [], signerIds: [director] }, desk);
    await happens('documents.outgoing-returned.v1', { drafterId: drafter }, director);
    await happens('documents.outgoing-reviewed.v1', { ...text, next: [], signerIds: [director] }, head);
    expect(await told()).toEqual([
      ['outgoing-to-review', head],
      ['outgoing-to-countersign', lead],
      ['outgoing-to-countersign', desk],
      ['outgoing-to-sign', director],
      ['outgoing-returned', drafter],
      ['outgoing-to-sign', director],
    ]);
  });

  it('the signer of a change of substance, nobody of a comma', async () => {
    await happens('documents.outgoing-corrected.v1', { ...text, substance: false, differences: 1, signerId: director, signerIds: [] });
    expect(await told()).toEqual([]);
    await happens('documents.outgoing-corrected.v1', { ...text, substance: true, differences: 1, signerId: director, signerIds: [director] });
    expect(await told()).toEqual([['outgoing-to-sign-again', director]]);
  });

  it('whom the seal waits for of its approval, whoever is director (G1)', async () => {
    await happens('documents.outgoing-printed.v1', { ...text, copies: 2, firstShare: null, pages: null, approverIds: [lead] }, clerk);
    expect(await told()).toEqual([['outgoing-seal-to-approve', lead]]);
  });

  it('the clerk and the director of print, seal and file, but not whoever did it', async () => {
    await happens('documents.outgoing-signed-off.v1', { ...text, signerId: director }, director);
    await happens('documents.outgoing-printed.v1', { ...text, copies: 2, firstShare: null, pages: null }, clerk);
    await happens('documents.outgoing-seal-approved.v1', { copies: 2 }, director);
    await happens('documents.outgoing-receipt-recorded.v1', { delivery: 1, received: true, outstanding: 1 });
    await happens('documents.outgoing-receipt-recorded.v1', { delivery: 2, received: true, outstanding: 0 });
    await happens('documents.outgoing-receipt-recorded.v1', { delivery: 2, received: true, outstanding: 0 }, clerk);
    expect(await told()).toEqual([
      ['outgoing-signed', clerk],
      ['outgoing-seal-to-approve', director],
      ['outgoing-seal-approved', clerk],
      ['outgoing-to-file', clerk],
    ]);
  });
});
