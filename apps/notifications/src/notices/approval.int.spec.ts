import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest } from './notices.fixture';

const day = 24 * 3_600_000;
let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

/** Somebody with no role of their own on the site who may approve for another. */
const deputyOf = ({ personId, roles }: Principal): Principal =>
  area.holding('technician', { deputyships: [{ forPersonId: personId, kind: 'approvals', roles }] });
const inboxOf = (personId: string) =>
  notices.rows<{ kind: string; subject_id: string }>('SELECT kind, subject_id FROM notification WHERE person_id = $1 ORDER BY recorded_at', [personId]);

describe('a notice is for people of its site (W2.4)', () => {
  it.each([
    ['a site that is none', () => ({ siteId: newId() }), [{ scope: 'site' }]],
    ['a building that is none', () => ({}), [{ scope: 'building', placeId: newId() }]],
  ])('and %s is a wrong choice, however lately its id was made: coming again would not help', async (_, where, audience) => {
    const refused = await notices.ask('POST /api/notices', area.writer, { siteId: area.siteId, kind: 'outage', ...area.contentOf({ audience }), ...where() });
    expect(refused).toMatchObject({ status: 400, body: { code: 'audience-unknown', errors: [{ pointer: '/audience/0' }] } });
  });
});

describe('a notice is approved by another person (W2.4)', () => {
  it('is drafted, submitted, approved by its hash, released: each step one event', async () => {
    const { status, headers, body } = await area.draft();
    expect({ status, location: headers.location, etag: headers.etag }).toEqual({ status: 201, location: `/api/notices/${body.id}`, etag: '"1"' });
    expect(body).toMatchObject({ status: 'draft', edition: 1, number: expect.stringMatching(/^N-\d{8}-\d{5}$/), zh: { title: '停水通知' } });
    await area.moved(body.id, 'submit', area.writer);
    expect((await inboxOf(area.lead.personId)).at(-1)).toEqual({ kind: 'notice-to-approve', subject_id: body.id });
    expect((await area.approve(body.id)).body).toMatchObject({ status: 'approved', approvedBy: area.lead.personId, contentHash: body.contentHash });
    expect((await inboxOf(area.writer.personId)).at(-1)).toEqual({ kind: 'notice-approved', subject_id: body.id });
    expect((await area.act(body.id, 'release', area.writer)).body).toMatchObject({ status: 'released', contentHash: body.contentHash });
    expect(await notices.told(body.id)).toEqual(['notice-drafted', 'notice-submitted', 'notice-approved', 'notice-released']);
    expect((await notices.events(body.id)).at(-1)!.data).toMatchObject({
      contentHash: body.contentHash,
      lane: 'reviewed',
      approvedBy: area.lead.personId,
      approvedAt: expect.any(String),
      releasedAt: expect.any(String),
      title: '停水通知',
      channels: expect.arrayContaining(['in-app', 'portal-board', 'door-slip']),
    });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['who wrote it', async () => undefined],
    ['who edited it', async (id) => edited(id)],
  ])('not by %s, whatever role they hold (G1)', async (_, prepare) => {
    const both = area.holding('desk-lead');
    const { body } = await area.draft({}, both);
    await prepare(body.id);
    await area.moved(body.id, 'submit', area.writer);
    const own = area.holding('director', { personId: both.personId });
    expect(await area.act(body.id, 'approve', own, { contentHash: await area.hashOf(body.id) })).toMatchObject({
      status: 403,
      body: { code: 'approval-needs-another', title: 'Nobody approves what they wrote themselves' },
    });
    const chinese = await area.act(body.id, 'approve', own, { contentHash: await area.hashOf(body.id) }, { 'accept-language': 'zh' });
    expect(chinese.body.title).toBe('不能审核自己写的公告');
  });

  it('not by who submitted it', async () => {
    const id = await area.drafted();
    await area.moved(id, 'submit', area.lead);
    expect((await area.approve(id, area.lead)).body).toMatchObject({ code: 'approval-needs-another' });
    expect((await area.approve(id, area.director)).status).toBe(200);
  });

  it.each<[string, (deputy: Principal) => Promise<{ id: string; by: Principal }>]>([
    ['for whom somebody wrote it', async (deputy) => ({ id: (await area.draft({}, deputy)).body.id, by: area.director })],
    ['whose deputy wrote it for them, nor by another deputy', async (deputy) => ({ id: (await area.draft({}, deputy)).body.id, by: deputyOf(area.director) })],
    ['a deputy of who wrote it', async (deputy) => ({ id: (await area.draft({}, area.director)).body.id, by: deputy })],
  ])('not by %s: behind an act for somebody stand both (G1)', async (_, prepare) => {
    const { id, by } = await prepare(deputyOf(area.director));
    await area.moved(id, 'submit', area.writer);
    expect((await area.approve(id, by)).body).toMatchObject({ status: 403, code: 'approval-needs-another' });
    expect((await area.approve(id, area.lead)).status).toBe(200);
  });

  it('not by who had it submitted by a deputy; a deputy approves what neither of them touched, and it says for whom (G1)', async () => {
    const own = await area.drafted();
    await area.moved(own, 'submit', deputyOf(area.director));
    expect((await area.approve(own, area.director)).body).toMatchObject({ code: 'approval-needs-another' });
    const deputy = deputyOf(area.director);
    const id = await area.submitted();
    expect((await area.approve(id, deputy)).body).toMatchObject({ status: 'approved', approvedBy: deputy.personId });
    const [event] = await notices.rows('SELECT actor_id, actor_for FROM ledger WHERE aggregate_id = $1 AND type = $2', [id, 'notifications.notice-approved.v1']);
    expect(event).toEqual({ actor_id: deputy.personId, actor_for: area.director.personId });
  });

  it('not by roles that approve nothing, nor on another site', async () => {
    const id = await area.submitted();
    expect((await area.approve(id, area.writer)).status).toBe(403);
    const elsewhere = await Neighbourhood.open(notices);
    expect(await area.approve(id, elsewhere.director)).toMatchObject({ status: 404, body: { code: 'notice-unknown' } });
  });

  it('comes back with remarks, which its writers hear and nobody outside reads', async () => {
    const id = await area.submitted();
    expect((await area.act(id, 'return', area.lead)).status).toBe(400);
    expect((await area.act(id, 'return', area.lead, { remarks: '请写明楼栋' })).body).toMatchObject({ status: 'returned', remarks: '请写明楼栋' });
    expect((await inboxOf(area.writer.personId)).at(-1)).toEqual({ kind: 'notice-returned', subject_id: id });
    await edited(id);
    await area.moved(id, 'submit', area.writer);
    expect((await area.approve(id)).body).toMatchObject({ status: 'approved', remarks: null });
    expect(await notices.told(id)).toEqual(['notice-drafted', 'notice-submitted', 'notice-returned', 'notice-edited', 'notice-submitted', 'notice-approved']);
  });

  it('a text that was read and is another by now is not approved', async () => {
    const id = await area.submitted();
    const read = await area.hashOf(id);
    await area.moved(id, 'recall', area.writer);
    await edited(id);
    await area.moved(id, 'submit', area.writer);
    const refused = await area.act(id, 'approve', area.lead, { contentHash: read });
    expect(refused).toMatchObject({ status: 409, body: { code: 'notice-text-changed', title: 'The text is not the one you read' } });
    const chinese = await area.act(id, 'approve', area.lead, { contentHash: read }, { 'accept-language': 'zh' });
    expect(chinese.body.title).toBe('公告内容已有变化');
  });

  it('what was submitted is not edited, and an edit names the version it replaces', async () => {
    const id = await area.submitted();
    expect((await notices.ask(`PUT /api/notices/${id}`, area.writer, area.contentOf(), { 'if-match': '"2"' })).body).toMatchObject({
      code: 'notice-move-illegal',
      status: 409,
      detail: expect.stringContaining('Allowed now: recall, approve, return.'),
    });
    await area.moved(id, 'recall', area.writer);
    expect((await notices.ask(`PUT /api/notices/${id}`, area.writer, area.contentOf())).status).toBe(428);
    expect((await notices.ask(`PUT /api/notices/${id}`, area.writer, area.contentOf(), { 'if-match': '"1"' })).status).toBe(412);
    expect((await notices.ask(`PUT /api/notices/${id}`, area.writer, area.contentOf(), { 'if-match': '"3"' })).status).toBe(200);
  });

  it('waits for nobody: its approvers hear it again, then the director, then the company, each once and none in silence (G5)', async () => {
    const id = await area.submitted();
    const kindsOf = async ({ personId }: Principal) => (await inboxOf(personId)).filter(({ subject_id }) => subject_id === id).map(({ kind }) => kind);
    const escalated = async () => (await notices.events(id)).filter(({ type }) => type === 'notifications.notice-escalated.v1').map(({ data }) => data);
    await notices.elapse(21 * day);
    expect(await escalated()).toMatchObject([
      { level: 'responsible', class: 'notice-approval', promise: 'approve', told: [{ personId: area.lead.personId, forPersonId: null }], outcome: 'told' },
      { level: 'director', told: [{ personId: area.director.personId, forPersonId: null }], outcome: 'told' },
      { level: 'company', told: [], outcome: 'nobody-on-duty' },
    ]);
    for (const who of [area.lead, area.director]) expect(await kindsOf(who)).toEqual(['notice-to-approve', 'promise-late']);
    expect(await kindsOf(area.writer)).toEqual([]);
    await notices.elapse(21 * day);
    expect(await escalated()).toHaveLength(3);
    expect((await area.approve(id, area.director)).status).toBe(200);
  });

  it('waits for the deputy of who is away, never for one who wrote it; where nobody is there, for all of them (G1)', async () => {
    const [first, second] = [area.holding('technician').personId, area.holding('technician').personId];
    const submitted = async () => {
      const id = await area.submitted();
      const told = await notices.rows<{ person_id: string }>(`SELECT person_id FROM notification WHERE subject_id = $1 AND kind = 'notice-to-approve'`, [id]);
      return new Set(told.map((row) => row.person_id));
    };
    await area.deputise(area.lead, first, 2);
    await area.deputise(area.lead, area.writer.personId, 1);
    expect(await submitted()).toEqual(new Set([area.lead.personId, area.director.personId]));
    await area.isAway(area.lead);
    expect(await submitted()).toEqual(new Set([first, area.director.personId]));
    await area.isAway(area.director);
    await notices.rows('UPDATE office_deputy SET to_person_id = $1 WHERE to_person_id = $2', [area.writer.personId, first]);
    expect(await submitted()).toEqual(new Set([area.lead.personId, area.director.personId]));
    await area.deputise(area.lead, second, 3);
    expect(await submitted()).toEqual(new Set([second]));
  });

  it.each(['recall', 'return', 'approve'])('after %s nobody is reminded; submitted again, the clock begins anew', async (verb) => {
    const id = await area.submitted();
    if (verb === 'approve') await area.approve(id);
    else await area.moved(id, verb, verb === 'recall' ? area.writer : area.lead, verb === 'return' ? { remarks: '请写明楼栋' } : {});
    await notices.elapse(21 * day);
    expect(await notices.told(id)).not.toContain('notice-escalated');
    if (verb === 'approve') return;
    await area.moved(id, 'submit', area.writer);
    await notices.elapse(21 * day);
    expect((await notices.told(id)).filter((type) => type === 'notice-escalated')).toHaveLength(3);
  });

  it('a draft is given up once', async () => {
    const id = await area.drafted();
    expect((await area.act(id, 'discard', area.writer)).body.status).toBe('discarded');
    expect((await area.act(id, 'discard', area.writer)).status).toBe(409);
  });
});

describe('of two who act at once', () => {
  const codes = (answers: Array<{ status: number }>) => answers.map(({ status }) => status).sort();

  it('one approves and the other is refused', async () => {
    const id = await area.submitted();
    expect(codes(await Promise.all([area.approve(id, area.lead), area.approve(id, area.director)]))).toEqual([200, 409]);
    expect((await notices.told(id)).filter((type) => type === 'notice-approved')).toHaveLength(1);
  });

  it.each([[0], [1]])('whoever recalls to edit and whoever approves: what is approved is what was submitted (%d)', async (first) => {
    const id = await area.submitted();
    const hash = await area.hashOf(id);
    const racing = [() => area.act(id, 'recall', area.writer), () => area.act(id, 'approve', area.lead, { contentHash: hash })];
    const answers = await Promise.all([racing[first]!(), racing[1 - first]!()]);
    expect(codes(answers)).toEqual([200, 409]);
    const { status, contentHash } = (await area.read(id)).body;
    expect(['draft', 'approved']).toContain(status);
    if (status === 'approved') expect(contentHash).toBe(hash);
  });

  it('one release goes out of two', async () => {
    const id = await area.approved();
    expect(codes(await Promise.all([area.act(id, 'release', area.writer), area.act(id, 'release', area.lead)]))).toEqual([200, 409]);
    expect((await notices.told(id)).filter((type) => type === 'notice-released')).toHaveLength(1);
  });

  it.each([[0], [1]])('release and withdrawal each leave a whole story (%d first)', async (first) => {
    const id = await area.approved();
    const racing = [() => area.act(id, 'release', area.writer), () => area.act(id, 'withdraw', area.lead, { reason: '水务公司取消施工' })];
    const answers = [racing[first]!(), racing[1 - first]!()];
    const [one, other] = await Promise.all(answers);
    expect(await area.status(id)).toBe('withdrawn');
    const told = await notices.told(id);
    // Withdrawn first: the release is refused. Released first: both happened, in this order.
    const released = told.includes('notice-released');
    expect([one!.status, other!.status].sort()).toEqual(released ? [200, 200] : [200, 409]);
    expect(told.slice(-2)).toEqual(released ? ['notice-released', 'notice-withdrawn'] : ['notice-approved', 'notice-withdrawn']);
  });
});

async function edited(id: string): Promise<void> {
  const { headers } = await area.read(id);
  const content = area.contentOf({ zh: { title: '停水通知', body: '因管道检修，明日 9:00–17:00 1栋停水。' } });
  const { status, text } = await notices.ask(`PUT /api/notices/${id}`, area.writer, content, { 'if-match': headers.etag! });
  if (status !== 200) throw new Error(text);
}
