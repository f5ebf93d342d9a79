import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

describe('recording a complaint (W2.3)', () => {
  it('keeps who complains, from where and in which words out of its event', async () => {
    const { status, body } = await office.record({ homeId: office.homes[0] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'recorded', statusName: 'recorded', channel: 'portal', major: false, handlerId: null, number: expect.stringMatching(/^C-\d{8}-\d+$/) });
    expect((await complaints.ask(`GET /api/complaints/${body.id}`, office.resident, undefined, { 'accept-language': 'zh-CN' })).body).toMatchObject({ statusName: '已登记' });
    const [row] = await complaints.rows('SELECT actor_id, actor_role, data FROM ledger WHERE aggregate_id = $1', [body.id]);
    expect(row).toMatchObject({ actor_id: '00000000-0000-7000-8000-000000000000', actor_role: 'resident' });
    const said = JSON.stringify(row);
    for (const secret of [office.resident.personId, office.homes[0]!, '楼道三天没有打扫']) expect(said).not.toContain(secret);
  });

  it('records in the audit of its own schema who it was', async () => {
    const id = await office.recorded();
    expect(await complaints.rows('SELECT actor_id, operation FROM audit WHERE object_id = $1', [id])).toEqual([
      { actor_id: office.resident.personId, operation: 'complaints.recordComplaint' },
    ]);
  });

  it('is read by who complains and by the desk, and is not there for other residents or another site (I11)', async () => {
    const id = await office.recorded();
    expect((await office.read(id, office.resident)).body).toMatchObject({ id, words: '楼道三天没有打扫', file: null });
    expect((await office.read(id, office.desk)).body).toMatchObject({ id, file: { findings: null } });
    const elsewhere = await Office.open(complaints);
    for (const who of [office.holding('resident'), elsewhere.desk, elsewhere.director])
      expect(await office.read(id, who)).toMatchObject({ status: 404, body: { code: 'complaint-unknown' } });
  });

  it('takes it from the desk on behalf of somebody, who then reads it', async () => {
    const id = await office.recorded(
      { onBehalfOf: office.resident.personId, homeId: office.homes[1], contact: { name: '王敏', phone: '13800138000' }, words: '垃圾没有清运' },
      office.desk,
    );
    expect((await office.read(id, office.resident)).body).toMatchObject({ channel: 'desk', complainants: [{ contact: { name: '王敏', phone: '13800138000' } }] });
    expect((await office.read(id, office.lead)).body).toMatchObject({ complainants: [{ contact: { name: '王*', phone: '138****8000' } }] });
    const [row] = await complaints.rows<{ contact_cipher: string }>('SELECT contact_cipher FROM complainant WHERE complaint_id = $1', [id]);
    expect(row!.contact_cipher).not.toContain('王敏');
  });

  it('a desk agent who complains themselves is as hidden as anybody', async () => {
    const id = await office.recorded({ onBehalfOf: office.desk.personId }, office.desk);
    const [row] = await complaints.rows('SELECT actor_id FROM ledger WHERE aggregate_id = $1', [id]);
    expect(row!['actor_id']).not.toBe(office.desk.personId);
    expect(await office.act(id, 'acknowledge', office.desk)).toMatchObject({ status: 403, body: { code: 'own-complaint' } });
    expect(await office.act(id, 'assign', office.lead, { handlerId: office.desk.personId })).toMatchObject({ status: 409, body: { code: 'handler-unfit-to-complain' } });
  });

  it.each([
    ['a home of somebody else', () => ({ homeId: office.homes[2] }), () => office.resident, 400, 'site-unknown'],
    ['a home nobody knows', () => ({ homeId: newOld() }), () => office.desk, 400, 'site-unknown'],
    ['somebody who is no staff of the site', () => ({ aboutPersonIds: [newId()] }), () => office.resident, 400, 'about-unknown'],
    ['somebody of the staff about themselves', () => ({ aboutPersonIds: [office.technician.personId] }), () => office.technician, 400, 'about-complainant'],
    ['the desk for whom it is about', () => ({ onBehalfOf: office.technician.personId, aboutPersonIds: [office.technician.personId] }), () => office.desk, 400, 'about-complainant'],
    ['a crew of nowhere', () => ({ aboutCrewIds: [newId()] }), () => office.resident, 400, 'about-unknown'],
    ['a resident for somebody else', () => ({ onBehalfOf: newId() }), () => office.resident, 403, 'complaint-on-behalf'],
    ['a hotline without its number', () => ({ outside: 'hotline', hotlineDeadline: office.inDays(3) }), () => office.desk, 400, 'hotline-incomplete'],
    ['a hotline whose deadline is over', () => ({ outside: 'hotline', hotlineNumber: '12345-1', hotlineDeadline: office.inDays(-1) }), () => office.desk, 400, 'hotline-incomplete'],
    ['a number of a hotline it did not come from', () => ({ hotlineNumber: '12345-1' }), () => office.desk, 400, 'hotline-incomplete'],
  ])('refuses %s, in both languages, and leaves nothing behind', async (_, more, who, status, code) => {
    expect(await office.record(more(), who())).toMatchObject({ status, body: { code } });
    const zh = await office.record(more(), who(), { 'accept-language': 'zh-CN' });
    expect(zh.body.title).toMatch(/\p{Script=Han}/u);
    expect(await complaints.rows('SELECT 1 FROM complaint WHERE site_id = $1', [office.siteId])).toEqual([]);
  });

  it('answers twins under one key alike, and makes one complaint', async () => {
    const headers = { 'idempotency-key': newId() };
    const [one, other] = await Promise.all([office.record({}, office.resident, headers), office.record({}, office.resident, headers)]);
    expect(one).toEqual(other);
    expect(await office.list()).toHaveLength(1);
  });

  it('leads with the number and deadline of a hotline, and is due earlier', async () => {
    const hotlineDeadline = office.inDays(3);
    const id = await office.recorded({ outside: 'hotline', hotlineNumber: '12345-20261127', hotlineDeadline }, office.desk);
    const { body } = await office.read(id);
    expect(body).toMatchObject({ channel: 'hotline', major: true, majorBecause: ['hotline'], file: { hotlineNumber: '12345-20261127' } });
    expect(new Date(body.dueAt).getTime()).toBeLessThan(new Date(hotlineDeadline).getTime());
    expect(body).toMatchObject({ hotlineNumber: '12345-20261127', hotlineDeadline });
    expect(await office.list('q=12345-20261127')).toEqual([id]);
  });

  it('is not acknowledged to somebody without an account unless it is said how they were told', async () => {
    const id = await office.recorded();
    await office.does(id, 'join', office.lead, { homeId: office.homes[3], contact: { name: '赵六', phone: '13900139000' } });
    expect(await office.act(id, 'acknowledge', office.desk)).toMatchObject({ status: 400, body: { code: 'contact-way-missing', errors: [{ pointer: '/how' }] } });
    expect((await office.read(id)).body).toMatchObject({ status: 'recorded', file: { acknowledgedHow: null } });
    await office.does(id, 'acknowledge', office.desk, { how: 'visit' });
    expect((await office.read(id)).body.file).toMatchObject({ acknowledgedHow: 'visit' });
    expect((await complaints.events(id)).at(-1)!.data).toMatchObject({ how: 'visit' });
  });

  it('puts what the complainant is to be told into a row of its own, once for each occasion', async () => {
    const id = await office.recorded();
    await office.does(id, 'acknowledge', office.desk);
    expect(await complaints.rows('SELECT kind, person_id FROM complainant_notice WHERE case_id = $1 ORDER BY kind', [id])).toEqual([
      { kind: 'complaint-accepted', person_id: office.resident.personId },
      { kind: 'complaint-acknowledged', person_id: office.resident.personId },
    ]);
  });

  it('keeps the reason for entering it late with the case, and out of the event', async () => {
    const id = await office.recorded({ happenedAt: new Date(Date.now() - 3_600_000).toISOString(), lateReason: '王敏当面说的，回来补录' }, office.desk);
    const [event] = await complaints.events(id);
    expect(event!.data).toMatchObject({ late: true });
    expect(JSON.stringify(event)).not.toContain('王敏');
    expect(await complaints.rows('SELECT reason FROM late_reason WHERE case_id = $1', [id])).toEqual([{ reason: '王敏当面说的，回来补录' }]);
  });
});

/** An id older than an hour: nobody waits for its events. */
function newOld(): string {
  return '01900000-0000-7000-8000-00000000dead';
}

describe('finding complaints', () => {
  it.each(['打扫', '扫', '没有打扫', 'stairwell', 'STAIR'])('by %s', async (q) => {
    const id = await office.recorded({ words: '楼道没有打扫 stairwell dirty' });
    await office.recorded({ words: '门口有噪音' });
    expect(await office.list(`q=${encodeURIComponent(q)}`)).toEqual([id]);
  });

  it('page by page, newest first, each once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.unshift(await office.recorded());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const told: Awaited<ReturnType<typeof complaints.ask>> = await complaints.ask(`GET /api/complaints?limit=2${cursor ? `&cursor=${cursor}` : ''}`, office.lead);
      seen.push(...told.body.items.map((each: { id: string }) => each.id));
      cursor = told.body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
  });
});

describe('who complains, in full', () => {
  it('is shown to staff who see the case, and each look is audited (G7)', async () => {
    const id = await office.recorded({ homeId: office.homes[0] });
    const told = await complaints.ask(`GET /api/complaints/${id}/complainants`, office.lead);
    expect(told).toMatchObject({ status: 200, body: { items: [{ personId: office.resident.personId, homeId: office.homes[0] }] } });
    const looks = await complaints.rows(`SELECT actor_id FROM audit WHERE object_id = $1 AND operation = 'complaints.readComplainants'`, [id]);
    expect(looks).toEqual([{ actor_id: office.lead.personId }]);
    expect((await complaints.ask(`GET /api/complaints/${id}/complainants`, office.resident)).status).toBe(403);
  });
});
