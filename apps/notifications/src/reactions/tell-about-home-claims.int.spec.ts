import type { EventData, EventType, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutHomeClaimsReaction } from './tell-about-home-claims.reaction';

describe('who hears of a home that is claimed (W2.6)', () => {
  let office: NotificationsUnderTest;
  let claimId: string;
  const [agent, lead, technician, owner, claimant] = Array.from({ length: 5 }, newId) as [string, string, string, string, string];
  const names = new Map([[agent, 'agent'], [lead, 'lead'], [technician, 'technician'], [owner, 'owner'], [claimant, 'claimant']]);

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    claimId = newId();
    for (const [personId, role] of [[agent, 'desk'], [lead, 'desk-lead'], [technician, 'technician']] as const) await holds(personId, role);
  });

  const holds = (personId: string, role: Role, siteId = office.awake) =>
    office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, siteId, new Date('2020-01-01T00:00:00Z')]);
  async function happens<T extends EventType>(type: T, more: Partial<EventData<T>> = {}): Promise<void> {
    const event = announced(type, claimId, office.awake, { claimId, personId: claimant, homeId: newId(), kind: 'tenant', ...more } as never) as never;
    const reaction = new TellAboutHomeClaimsReaction();
    await office.database.transaction((tx) => reaction.onEvent(event, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
  }
  async function told(): Promise<Array<[string, string, object]>> {
    const rows = await office.database.query<{ kind: string; person_id: string; data: object; subject_type: string; subject_id: string }>('SELECT kind, person_id, data, subject_type, subject_id FROM notification');
    for (const row of rows) expect([row.subject_type, row.subject_id]).toEqual(['home-claim', claimId]);
    return rows.map(({ kind, person_id: personId, data }) => [kind, names.get(personId)!, data] as [string, string, object]).toSorted(([, a], [, b]) => a.localeCompare(b));
  }

  it('the desk of the site and the owners of the home are asked, and told that there is nothing to decide any more', async () => {
    await holds(newId(), 'desk', office.asleep);
    await happens('directory.home-claimed.v1', { ownerIds: [owner] });
    expect(await told()).toEqual([['home-claimed', 'agent', {}], ['home-claimed', 'lead', {}], ['home-claimed', 'owner', {}]]);
    await office.database.query('DELETE FROM notification');
    await happens('directory.home-claim-withdrawn.v1', { ownerIds: [owner] });
    expect(await told()).toEqual([['home-claim-withdrawn', 'agent', {}], ['home-claim-withdrawn', 'lead', {}], ['home-claim-withdrawn', 'owner', {}]]);
  });

  it('not who claims it while they work at the desk, and each once who owns it and works there', async () => {
    await holds(claimant, 'desk');
    await happens('directory.home-claimed.v1', { ownerIds: [agent] });
    expect(await told()).toEqual([['home-claimed', 'agent', {}], ['home-claimed', 'lead', {}]]);
  });

  it('the desk alone where nobody is named', async () => {
    await happens('directory.home-claimed.v1');
    expect(await told()).toEqual([['home-claimed', 'agent', {}], ['home-claimed', 'lead', {}]]);
  });

  it('whoever claimed it, that it was confirmed, or refused and why', async () => {
    await happens('directory.home-claim-confirmed.v1', { tieId: newId() });
    expect(await told()).toEqual([['home-claim-confirmed', 'claimant', {}]]);
    await office.database.query('DELETE FROM notification');
    await happens('directory.home-claim-refused.v1', { reason: '没有租约' });
    expect(await told()).toEqual([['home-claim-refused', 'claimant', { reason: '没有租约' }]]);
  });
});
