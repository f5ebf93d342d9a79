import type { Told } from '@property-office/service-testing';
import type { Principal } from '@property-office/contracts';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let colleague: Principal;
let lead: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, colleague, lead] = [await desk.holding('desk'), await desk.holding('desk'), await desk.holding('desk-lead')];
});
afterAll(() => reception.close());

const offer = (id: string, who = agent, to = colleague, note = '请帮忙跟进') => desk.act(id, 'offer', who, { toPersonId: to.personId, note });
const owners = (id: string) =>
  reception.rows<{ owner_id: string; open: boolean; gap: boolean }>(
    `SELECT owner_id, ends_at IS NULL AS open, starts_at IS DISTINCT FROM lag(ends_at) OVER (ORDER BY n) AND n > 1 AS gap
     FROM contact_owner WHERE contact_id = $1 ORDER BY n`,
    [id],
  );
const oneOwner = async (id: string): Promise<void> => {
  const chain = await owners(id);
  const [contact] = await reception.rows<{ owner_id: string }>('SELECT owner_id FROM contact WHERE id = $1', [id]);
  expect(chain.filter(({ open }) => open)).toEqual([{ owner_id: contact!.owner_id, open: true, gap: false }]);
  expect(chain.at(-1)!.open).toBe(true);
  expect(chain.filter(({ gap }) => gap)).toEqual([]);
};
const statuses = (told: Told[]): number[] => told.map(({ status }) => status).sort();

describe('handing a contact over (W2.1)', () => {
  it('counts only when it is accepted: until then the first owner stays who answers for it', async () => {
    const id = await desk.recorded(agent);
    expect(await offer(id)).toMatchObject({
      status: 200,
      body: { status: 'offered', ownerId: agent.personId, offer: { handOver: 1, toPersonId: colleague.personId, note: '请帮忙跟进' } },
    });
    expect(await desk.act(id, 'accept', colleague)).toMatchObject({ status: 200, body: { status: 'open', ownerId: colleague.personId, offer: null } });
    expect((await desk.act(id, 'answer', agent, { answer: '好' })).body).toMatchObject({ status: 403, code: 'not-the-owner' });
    expect((await desk.act(id, 'answer', colleague, { answer: '好' })).status).toBe(200);
    expect(await reception.told(id)).toEqual(['contact-recorded', 'contact-offered', 'contact-accepted', 'contact-answered']);
    await oneOwner(id);
  });

  it('is returned with a reason, and the owner keeps it; the chain shows each step', async () => {
    const id = await desk.recorded(agent);
    await offer(id);
    expect((await desk.act(id, 'return', colleague)).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect(await desk.act(id, 'return', colleague, { reason: '不归我管' })).toMatchObject({ status: 200, body: { status: 'open', ownerId: agent.personId } });
    await offer(id, agent, lead);
    await offer(id, agent, colleague);
    await desk.act(id, 'guide', agent, { whereTo: '街道办事处', callerTold: true });
    const { body } = await desk.read(id, agent);
    expect(body.handOvers).toMatchObject([
      { handOver: 1, toPersonId: colleague.personId, outcome: 'returned', decidedBy: colleague.personId, returnReason: '不归我管' },
      { handOver: 2, toPersonId: lead.personId, outcome: 'replaced', decidedBy: agent.personId },
      { handOver: 3, toPersonId: colleague.personId, outcome: 'lapsed', decidedBy: agent.personId },
    ]);
    await oneOwner(id);
  });

  it.each([
    ['oneself', () => agent.personId],
    ['a resident', async () => (await desk.resident()).personId],
    ['somebody of another site', async () => (await (await Desk.open(reception)).holding('desk')).personId],
  ])('cannot be offered to %s', async (_, whom) => {
    const id = await desk.recorded(agent);
    const toPersonId = await whom();
    expect((await desk.act(id, 'offer', agent, { toPersonId })).body).toMatchObject({ status: 400, code: 'colleague-unknown', errors: [{ pointer: '/toPersonId' }] });
    expect((await desk.read(id, agent)).body).toMatchObject({ status: 'open', version: 1 });
  });

  it('is answered by whom it is offered to, or by a lead in their place', async () => {
    const id = await desk.recorded(agent);
    const other = await desk.holding('desk');
    await offer(id);
    for (const verb of ['accept', 'return']) expect((await desk.act(id, verb, other, verb === 'return' ? { reason: 'x' } : {})).status).toBe(403);
    expect((await desk.act(id, 'accept', agent)).status).toBe(403);
    expect((await offer(id, other)).status).toBe(403);
    expect(await desk.act(id, 'accept', lead)).toMatchObject({ status: 200, body: { ownerId: lead.personId } });
  });

  it('lets a colleague from outside the desk see it once it is offered, and no more once returned', async () => {
    const technician = await desk.holding('technician');
    const id = await desk.recorded(agent);
    expect((await desk.read(id, technician)).status).toBe(404);
    await offer(id, agent, technician);
    expect((await desk.read(id, technician)).status).toBe(200);
    await desk.act(id, 'return', technician, { reason: '不归我管' });
    expect((await desk.read(id, technician)).status).toBe(404);
    await offer(id, agent, technician);
    await offer(id, agent, technician);
    expect((await desk.act(id, 'accept', technician)).status).toBe(200);
    expect((await desk.act(id, 'guide', technician, { whereTo: '自来水公司', callerTold: true })).status).toBe(200);
  });

  it('names what is possible instead of an illegal move, in both languages', async () => {
    const id = await desk.recorded(agent);
    expect((await desk.act(id, 'accept', colleague)).body).toMatchObject({ status: 409, code: 'contact-move-illegal', detail: expect.stringContaining('offer to a colleague') });
    await desk.act(id, 'answer', agent, { answer: '好' });
    const zh = await desk.act(id, 'guide', agent, { whereTo: 'x', callerTold: true }, { 'accept-language': 'zh-CN' });
    expect(zh.body).toMatchObject({ status: 409, detail: expect.stringContaining('“已答复”，不能“指引到别处”') });
  });

  it('a heated talk goes to the lead in one act without a reason, from the lead to the director', async () => {
    const id = await desk.recorded(agent);
    expect(await desk.act(id, 'call-lead', agent)).toMatchObject({ status: 200, body: { status: 'offered', heated: true, ownerId: agent.personId, offer: { toRole: 'desk-lead', toPersonId: null } } });
    expect((await desk.act(id, 'accept', colleague)).status).toBe(403);
    expect((await desk.act(id, 'accept', lead)).body).toMatchObject({ ownerId: lead.personId });
    expect((await desk.act(id, 'call-lead', lead)).body.offer).toMatchObject({ toRole: 'director' });
    expect((await desk.act(id, 'accept', await desk.holding('director'))).status).toBe(200);
    await oneOwner(id);
  });
});

const minute = 60;

/** Lets the site's clock show an hour of the next day, in China. */
async function atHour(hour: number): Promise<void> {
  const now = await reception.now();
  const then = new Date(now);
  then.setUTCHours(24 + hour - 8, 0, 0, 0);
  await reception.later((then.getTime() - now.getTime()) / 1000);
}

const escalated = async (id: string, promise: string) =>
  (await reception.events(id)).filter(({ type, data }) => type === 'reception.contact-escalated.v1' && data.promise === promise);
const toWhom = async (id: string, promise: string) => (await escalated(id, promise)).map(({ data }) => [data.to, data.outcome]);

describe('a hand-over that nobody answers (G5)', () => {
  it('reminds the owner, then the lead and whom the lead answers to, each once', async () => {
    const director = await desk.holding('director');
    await atHour(9);
    const id = await desk.recorded(agent);
    await offer(id);
    await reception.later(29 * minute);
    expect(await toWhom(id, 'accept')).toEqual([]);
    await reception.later(2 * minute);
    expect(await toWhom(id, 'accept')).toEqual([['responsible', 'told']]);
    await reception.later(2 * 60 * minute);
    for (let day = 0; day < 6; day += 1) await reception.later(24 * 60 * minute);
    expect(await escalated(id, 'accept')).toMatchObject([
      { actor_role: 'system', data: { level: 'responsible', ownerId: agent.personId, told: [{ personId: agent.personId }] } },
      { data: { level: 'lead', to: 'desk-lead', told: [{ personId: lead.personId }] } },
      { data: { level: 'director', told: [{ personId: director.personId }] } },
      { data: { level: 'company', outcome: 'nobody-on-duty', told: [] } },
    ]);
    expect((await desk.read(id, agent)).body).toMatchObject({ status: 'offered', ownerId: agent.personId });
  });

  it('waits for the morning with what was offered at night', async () => {
    await atHour(22);
    const id = await desk.recorded(agent);
    await offer(id);
    await reception.later(10 * 60 * minute);
    expect(await toWhom(id, 'accept')).toEqual([]);
    await reception.later(61 * minute);
    expect(await toWhom(id, 'accept')).toEqual([['responsible', 'told']]);
  });

  it.each([
    [2, 'duty-officer'],
    [10, 'desk-lead'],
  ] as const)('after a heated talk at %s o’clock is told within minutes: to whoever is there for the desk, then the director', async (hour, role) => {
    const [director, officer] = [await desk.holding('director'), await desk.holding('duty-officer')];
    await atHour(hour);
    const id = await desk.recorded(agent);
    await desk.act(id, 'call-lead', agent);
    await reception.later(11 * minute);
    const there = role === 'desk-lead' ? lead : officer;
    expect(await escalated(id, 'accept')).toMatchObject([
      { data: { to: 'responsible' } },
      { data: { to: role, told: [{ personId: there.personId }] } },
      { data: { to: 'director', told: [{ personId: director.personId }] } },
    ]);
  });

  it.each(['accept', 'return', 'answer'])('is told to nobody after %s', async (verb) => {
    const id = await desk.recorded(agent);
    await offer(id);
    const body = { accept: {}, return: { reason: '不归我管' }, answer: { answer: '好' } }[verb]!;
    await desk.act(id, verb, verb === 'answer' ? agent : colleague, body);
    await reception.later(4 * 24 * 60 * minute);
    expect(await toWhom(id, 'accept')).toEqual([]);
  });
});

describe('an enquiry has its targets (G4)', () => {
  it('four service hours for the answer, a workday for the end, shown on its page', async () => {
    await atHour(9);
    const id = await desk.recorded(agent);
    const { promises } = (await desk.read(id, agent)).body;
    expect(promises).toMatchObject([{ promise: 'answer', state: 'running', overdue: false }, { promise: 'done', state: 'running' }]);
    const shanghai = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
    // From nine: three hours before noon, one after half past one.
    expect(shanghai.format(new Date(promises[0].dueAt))).toBe('14:30');
    await reception.later(6 * 60 * minute);
    expect(await toWhom(id, 'answer')).toEqual([['responsible', 'told']]);
    expect((await desk.read(id, agent)).body.promises[0]).toMatchObject({ overdue: true });
  });

  it.each([
    ['answer', { answer: '好' }],
    ['guide', { whereTo: '街道', callerTold: true }],
    ['convert', { to: 'suggestion' }],
  ])('which %s ends', async (verb, body) => {
    const id = await desk.recorded(agent);
    expect((await desk.act(id, verb, agent, body)).status).toBe(200);
    await reception.later(9 * 24 * 60 * minute);
    expect([await toWhom(id, 'answer'), await toWhom(id, 'done')]).toEqual([[], []]);
    expect((await desk.read(id, agent)).body.promises).toMatchObject([{ state: 'closed', overdue: false }, { state: 'closed', overdue: false }]);
  });

  it('and an answer that is entered later shows that it was on time; the level stays (G2)', async () => {
    await atHour(9);
    const id = await desk.recorded(agent);
    await reception.later(6 * 60 * minute);
    const happenedAt = new Date((await reception.now()).getTime() - 5 * 3_600_000).toISOString();
    expect((await desk.act(id, 'answer', agent, { answer: '好', happenedAt, lateReason: '忙' })).status).toBe(200);
    expect(await reception.told(id)).toEqual(['contact-recorded', 'contact-escalated', 'contact-answered', 'contact-shown-on-time']);
  });
});

describe('races: a contact has exactly one owner at every moment', () => {
  it('of two who accept one owns it', async () => {
    const other = await desk.holding('desk-lead');
    for (let i = 0; i < 5; i += 1) {
      const id = await desk.recorded(agent);
      await desk.act(id, 'call-lead', agent);
      const told = await Promise.all([desk.act(id, 'accept', lead), desk.act(id, 'accept', other)]);
      expect(statuses(told)).toEqual([200, 409]);
      await oneOwner(id);
      expect((await reception.told(id)).filter((type) => type === 'contact-accepted')).toHaveLength(1);
    }
  });

  it('offer × accept × close end with one owner and at most one ending', async () => {
    for (let i = 0; i < 8; i += 1) {
      const id = await desk.recorded(agent);
      await offer(id);
      const told = await Promise.all([
        offer(id, agent, lead),
        desk.act(id, 'accept', colleague),
        desk.act(id, 'answer', agent, { answer: '好' }),
        desk.act(id, 'guide', agent, { whereTo: '街道', callerTold: true }),
      ]);
      expect(told.filter(({ status }) => ![200, 403, 409].includes(status))).toEqual([]);
      const types = await reception.told(id);
      const endings = types.filter((type) => type === 'contact-answered' || type === 'contact-guided');
      expect(endings.length).toBeLessThanOrEqual(1);
      if (endings.length === 1) expect(types.at(-1)).toBe(endings[0]);
      await oneOwner(id);
      const [open] = await reception.rows<{ n: number; state: string }>(
        `SELECT (SELECT count(*)::int FROM hand_over WHERE contact_id = c.id AND outcome IS NULL) AS n, state FROM contact c WHERE id = $1`,
        [id],
      );
      expect(open!.n).toBe(open!.state === 'offered' ? 1 : 0);
    }
  });
});
