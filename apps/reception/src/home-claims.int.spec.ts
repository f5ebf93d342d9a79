import type { EventType, WireEvent } from '@property-office/contracts';
import { derivedId, newId } from '@property-office/kernel';
import { announced } from '@property-office/service-testing';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

const durables = ['reception__home_claims_v1'];
const decisions = ['directory.home-claim-confirmed.v1', 'directory.home-claim-refused.v1', 'directory.home-claim-withdrawn.v1'] as const;

describe('a claim of a home waits for the desk (W2.6, G5)', () => {
  let reception: ReceptionUnderTest;
  let desk: Desk;

  beforeAll(async () => {
    reception = await ReceptionUnderTest.open();
  });
  beforeEach(async () => {
    desk = await Desk.open(reception);
  });
  afterAll(() => reception.close());

  async function happens(type: EventType & `directory.home-claim${string}`, id: string, { at, personId = newId() }: { at?: Date; personId?: string } = {}) {
    const aggregateversion = type === 'directory.home-claimed.v1' ? 1 : 2;
    const happenedat = (at ?? (await reception.now())).toISOString();
    const data = { claimId: id, personId, homeId: newId(), kind: 'tenant', ownerIds: [], tieId: newId(), reason: '没有租约' };
    expect(await reception.hear(announced(type, id, desk.siteId, data as never, { aggregateversion, happenedat }) as WireEvent, durables)).toEqual([{ kind: 'ack' }]);
  }
  async function claimed(personId?: string): Promise<string> {
    const id = newId();
    await happens('directory.home-claimed.v1', id, { personId });
    return id;
  }
  /** In steps that come at every hour of the day. */
  async function days(n: number): Promise<void> {
    for (let hours = 0; hours < n * 24; hours += 7) await reception.later(7 * 3600);
  }
  const events = async (claimId: string) => reception.events(derivedId('waiting-claim', claimId));
  const levels = async (id: string) => (await events(id)).map(({ data }) => data as { level: string; told: Array<{ personId: string }> });

  it('which nobody decides on is told to the lead, the head of the department, the director and the company, each once', async () => {
    const [lead, head] = [await desk.holding('desk-lead'), await desk.holding('department-head')];
    const [director, company] = [await desk.holding('director'), await desk.holding('company')];
    const id = await claimed();
    await days(8);
    expect(await events(id)).toMatchObject([
      { type: 'reception.home-claim-escalated.v1', version: 1, actor_role: 'system', data: { claimId: id, promise: 'decide-claim', class: 'home-claim', level: 'lead', told: [{ personId: lead.personId }] } },
      { version: 2, data: { level: 'department', told: [{ personId: head.personId }] } },
      { version: 3, data: { level: 'director', told: [{ personId: director.personId }] } },
      { version: 4, data: { level: 'company', told: [{ personId: company.personId }] } },
    ]);
  });

  it.each(decisions)('until %s, and reminds nobody after that', async (decided) => {
    await desk.holding('desk-lead');
    const id = await claimed();
    await happens(decided, id);
    await days(4);
    expect(await events(id)).toEqual([]);
  });

  it('not at all where its decision is heard first', async () => {
    await desk.holding('desk-lead');
    const id = newId();
    await happens('directory.home-claim-confirmed.v1', id);
    await happens('directory.home-claimed.v1', id);
    await days(4);
    expect(await reception.rows('SELECT 1 FROM waiting_claim WHERE claim_id = $1', [id])).toEqual([]);
    expect(await events(id)).toEqual([]);
  });

  it('and is never told to who claims it, though they lead the desk (G1)', async () => {
    const [claimant, other] = [await desk.holding('desk-lead'), await desk.holding('desk-lead')];
    const id = await claimed(claimant.personId);
    await days(8);
    expect((await levels(id))[0]).toMatchObject({ level: 'lead', told: [{ personId: other.personId }] });
    expect((await levels(id)).flatMap(({ told }) => told).map(({ personId }) => personId)).not.toContain(claimant.personId);
  });

  it('and turns out to be on time where its decision is heard after a level (G2)', async () => {
    await desk.holding('desk-lead');
    const at = await reception.now();
    const id = await claimed();
    await days(8);
    await happens('directory.home-claim-refused.v1', id, { at });
    const said = (await events(id)).map(({ type }) => type.split('.')[1]);
    expect(said.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'home-claim-escalated'));
    expect(said.slice(4)).toEqual(Array.from({ length: 4 }, () => 'home-claim-shown-on-time'));
    const [row] = await reception.rows<{ version: number; decided_at: Date }>('SELECT version, decided_at FROM waiting_claim WHERE claim_id = $1', [id]);
    expect(row).toEqual({ version: 8, decided_at: at });
  });
});
