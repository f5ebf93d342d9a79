import type { EventData } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { EventOf, ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutVisitorsReaction } from './tell-about-visitors.reaction';

type Told = Parameters<TellAboutVisitorsReaction['onEvent']>[0];

describe('who hears of a visitor (W2.1, R2.3)', () => {
  let office: NotificationsUnderTest;
  const [host, agent, other] = [newId(), newId(), newId()];
  const names = new Map([[host, 'host'], [agent, 'agent'], [other, 'other']]);
  const window = { homeId: null, from: '2026-11-29T02:00:00.000Z', until: '2026-11-29T04:00:00.000Z', partySize: 1 };

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    for (const personId of [agent, other])
      await office.database.query(`INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, 'desk', $3, '2020-01-01')`, [newId(), personId, office.awake]);
  });

  /** @returns who was told of it, each with what */
  async function happens<T extends Told['type']>(type: T, more: Partial<EventData<T>> = {}, actorid = host): Promise<string[]> {
    const data = { number: 'V-20261129-10001', kind: 'office-guest', hostId: host, ...more };
    const event = announced(type, newId(), office.awake, data as EventData<T>, { actorid } as Partial<EventOf<T>>);
    await office.database.query('DELETE FROM notification');
    await office.database.transaction((tx) => new TellAboutVisitorsReaction().onEvent(event as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
    const rows = await office.database.query<{ kind: string; person_id: string }>('SELECT kind, person_id FROM notification');
    return rows.map(({ kind, person_id: personId }) => `${kind} ${names.get(personId)}`).toSorted();
  }

  it('the host of who wants to visit them, unless they said so themselves', async () => {
    expect(await happens('reception.visitor-announced.v1', { ...window, confirmed: false }, agent)).toEqual(['visitor-to-confirm host']);
    expect(await happens('reception.visitor-announced.v1', { ...window, confirmed: true })).toEqual([]);
  });

  it.each(['confirmed', 'declined'] as const)('whoever announced them that the host %s, unless they entered it themselves', async (said) => {
    const type = `reception.visitor-${said}.v1` as const;
    expect(await happens(type, { announcedById: agent })).toEqual([`visitor-${said} agent`]);
    expect(await happens(type, { announcedById: agent }, other)).toEqual([`visitor-${said} agent`]);
    expect(await happens(type, { announcedById: agent }, agent)).toEqual([]);
  });

  it('the desk what the host said where nobody says who announced them', async () => {
    expect(await happens('reception.visitor-declined.v1')).toEqual(['visitor-declined agent', 'visitor-declined other']);
  });

  it('the host of who is there and who did not come, and the desk, too, of who stays too long', async () => {
    expect(await happens('reception.visitor-came.v1', {}, agent)).toEqual(['visitor-came host']);
    expect(await happens('reception.visitor-missed.v1', {}, agent)).toEqual(['visitor-missed host']);
    expect(await happens('reception.visitor-overstayed.v1', {}, agent)).toEqual(['visitor-overstayed agent', 'visitor-overstayed host', 'visitor-overstayed other']);
  });
});
