import { newId } from '@property-office/kernel';
import { DirectiveOffice } from './directive-office.fixture';
import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let directives: DirectiveOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  directives = await DirectiveOffice.open(documents);
  office = directives.office;
});
afterAll(() => documents.close());

const addressed = async (id: string) =>
  ((await directives.figures(id)).body.addressees as Array<{ personId: string; role: string | null }>).map(({ personId, role }) => [personId, role]).sort();

describe('a directive (W3.1)', () => {
  it('goes to people by name and by role, each once, and says in no event what it is about', async () => {
    const attachmentIds = [newId()];
    const told = await directives.give({ roles: ['technician', 'desk', 'director'], addresseeIds: [office.technician.personId], attachmentIds }, office.company);
    expect(told).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^Z-\d{8}-\d+$/), status: 'given', statusName: 'given', givenBy: office.company.personId, allowed: ['acknowledge', 'withdraw', 'correct'] } });
    const { id } = told.body;
    expect(await addressed(id)).toEqual([[office.technician.personId, null], [office.desk.personId, 'desk'], [office.director.personId, 'director']].sort());
    expect((await directives.read(id)).body.attachments.map((each: { id: string }) => each.id)).toEqual(attachmentIds);
    const [given] = await documents.events(id);
    expect(given).toMatchObject({ type: 'documents.directive-given.v1', data: { attachmentIds, replacesId: null } });
    expect(JSON.stringify(given)).not.toMatch(/防冻|pipes|测试/);
  });

  it('is acknowledged by each addressee themselves, once; then it is known by all', async () => {
    const id = await directives.given();
    expect((await directives.act(id, 'acknowledge', office.clerk)).body).toMatchObject({ status: 403, code: 'not-addressed' });
    expect((await directives.act(id, 'acknowledge', office.desk)).status).toBe(404);
    expect(await directives.does(id, 'acknowledge', office.head)).toMatchObject({ status: 'given' });
    expect((await directives.act(id, 'acknowledge', office.head)).body).toMatchObject({ status: 409, code: 'acknowledged-already' });
    expect((await directives.read(id, office.head)).body).toMatchObject({ addressedToMe: true, acknowledgedByMeAt: expect.any(String) });
    expect(await directives.does(id, 'acknowledge', office.technician)).toMatchObject({ status: 'acknowledged', statusName: 'acknowledged by all', allowed: ['withdraw', 'correct'] });
    expect((await directives.act(id, 'acknowledge', office.technician)).body).toMatchObject({ status: 409, code: 'directive-move-illegal', detail: expect.stringContaining('withdraw') });
    expect(await documents.told(id)).toEqual(['directive-given', 'directive-acknowledged', 'directive-acknowledged']);
  });

  it('is acknowledged once however many click at once, and by the last one whoever that is', async () => {
    const id = await directives.given();
    const clicks = await Promise.all([office.head, office.head, office.technician, office.technician].map((who) => directives.act(id, 'acknowledge', who)));
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect((await directives.figures(id)).body).toMatchObject({ status: 'acknowledged', addressed: 2, acknowledged: 2 });
    expect(await documents.told(id)).toHaveLength(3);
  });

  it('may be acknowledged with a time before that of a quicker one, but not before it was given (G2)', async () => {
    const id = await directives.given();
    await documents.pass(2 / 24);
    await directives.does(id, 'acknowledge', office.head);
    const early = { happenedAt: office.inHours(-1), lateReason: '手机没电' };
    expect((await directives.act(id, 'acknowledge', office.technician, { ...early, happenedAt: office.inHours(-3) })).status).toBe(400);
    expect(await directives.does(id, 'acknowledge', office.technician, early)).toMatchObject({ status: 'acknowledged' });
  });

  it('is given by company, director, or a clerk who says whose it is', async () => {
    for (const who of [office.head, office.desk, office.technician]) expect((await directives.give({}, who)).status).toBe(403);
    expect((await directives.give({ addresseeIds: [office.desk.personId] }, office.clerk)).body).toMatchObject({ code: 'authority-missing', status: 400, errors: [{ pointer: '/authority' }] });
    expect((await directives.give({ authority: '街道办事处' }, office.clerk)).body).toMatchObject({ authority: '街道办事处', givenBy: office.clerk.personId });
  });

  it('reaches somebody else who works here, by a date that lies ahead', async () => {
    const refused = async (more: object) => (await directives.give(more)).body;
    expect(await refused({ addresseeIds: [] })).toMatchObject({ status: 400, code: 'nobody-addressed' });
    expect(await refused({ addresseeIds: [], roles: ['director'] })).toMatchObject({ code: 'nobody-addressed', errors: [{ pointer: '/roles' }] });
    expect(await refused({ roles: ['crew-lead'] })).toMatchObject({ code: 'nobody-addressed', errors: [{ message: expect.stringContaining('crew-lead') }] });
    expect(await refused({ addresseeIds: [office.director.personId] })).toMatchObject({ status: 400, code: 'own-directive' });
    expect(await refused({ addresseeIds: [newId()] })).toMatchObject({ status: 400, code: 'staff-unknown', errors: [{ pointer: '/addresseeIds' }] });
    for (const hours of [-1, 40 * 365 * 24]) expect(await refused({ acknowledgeBy: office.inHours(hours) })).toMatchObject({ status: 400, code: 'acknowledge-date-impossible', errors: [{ message: 'it must lie ahead, by five years at most' }] });
    expect(await refused({ roles: ['resident'] })).toMatchObject({ status: 400 });
    expect(await directives.list()).toEqual([]);
  });

  it('does not go by a role to whoever cannot sign in any more', async () => {
    const gone = office.person('technician');
    await office.employ(gone);
    await documents.rows('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), gone.personId]);
    const id = await directives.given({ addresseeIds: [], roles: ['technician'] });
    expect(await addressed(id)).toEqual([[office.technician.personId, 'technician']]);
  });

  it('is withdrawn with a reason by who gave it or is above, and then acknowledged by nobody', async () => {
    const [own, companys] = [await directives.given({ authority: '街道' }, office.clerk), await directives.given({}, office.company)];
    expect((await directives.act(companys, 'withdraw', office.director, { reason: '不妥' })).body).toMatchObject({ status: 403, code: 'not-your-directive' });
    expect((await directives.act(companys, 'withdraw', office.head, { reason: '不妥' })).status).toBe(403);
    expect((await directives.act(own, 'withdraw', office.director)).status).toBe(400);
    expect(await directives.does(own, 'withdraw', office.director, { reason: '街道已收回' })).toMatchObject({ status: 'withdrawn', endedReason: '街道已收回', allowed: [] });
    expect((await directives.act(own, 'acknowledge', office.head)).body).toMatchObject({ status: 409, code: 'directive-move-illegal' });
    expect((await documents.events(own)).at(-1)).toMatchObject({ type: 'documents.directive-withdrawn.v1', data: { addresseeIds: expect.arrayContaining([office.head.personId]) } });
    expect(JSON.stringify(await documents.events(own))).not.toContain('收回');
  });

  it('is corrected by a new one alone, once, which is acknowledged anew', async () => {
    const id = await directives.given();
    await directives.does(id, 'acknowledge', office.head);
    expect((await directives.correct(id, office.clerk, { authority: '街道' })).body).toMatchObject({ status: 403, code: 'not-your-directive' });
    const tried = await Promise.all([directives.correct(id), directives.correct(id)]);
    expect(tried.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body: next } = tried.find(({ status }) => status === 201)!;
    expect(next).toMatchObject({ status: 'given', replacesId: id, text: '请检查 pipes 与阀门', endedReason: null });
    expect((await directives.read(id, office.head)).body).toMatchObject({ status: 'replaced', replacedById: next.id, endedReason: '漏了阀门', text: '请检查 pipes 保温情况', acknowledgedByMeAt: expect.any(String) });
    expect((await directives.figures(next.id)).body).toMatchObject({ addressed: 2, acknowledged: 0 });
    expect((await directives.act(id, 'withdraw', office.director, { reason: '重复' })).body).toMatchObject({ code: 'directive-move-illegal' });
    expect((await documents.events(id)).at(-1)).toMatchObject({ type: 'documents.directive-replaced.v1', data: { replacedById: next.id } });
  });

  it('takes a repeated request once, and none on what is not known to the caller (I2)', async () => {
    const headers = { 'idempotency-key': newId() };
    const said = directives.said() as { acknowledgeBy: string };
    const again = () => documents.ask('POST /api/directives', office.director, said, headers);
    const [first, second] = [await again(), await again()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    const stale = await directives.act(first.body.id, 'withdraw', office.director, { reason: '不发' }, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
  });
});

describe('who sees a directive (W3.1)', () => {
  it('its addressees see it and not how many others have acknowledged it', async () => {
    const id = await directives.given();
    expect((await directives.read(id, office.head)).status).toBe(200);
    expect(JSON.stringify((await directives.read(id, office.head)).body)).not.toContain(office.technician.personId);
    for (const who of [office.head, office.technician]) {
      expect((await directives.figures(id, who)).status).toBe(403);
      expect((await documents.ask('GET /api/directive-figures', who)).status).toBe(403);
    }
    for (const who of [office.desk, office.lead, (await PaperOffice.open(documents)).clerk]) expect((await directives.read(id, who)).status).toBe(404);
    expect(await directives.list('', office.lead)).toEqual([]);
  });

  it('who gave it and who leads see how many of how many, who was told when, and who acknowledged when', async () => {
    const id = await directives.given();
    await directives.does(id, 'acknowledge', office.head);
    const { body } = await documents.ask('GET /api/directive-figures', office.director);
    expect(body.items).toMatchObject([{ id, addressed: 2, acknowledged: 1, status: 'given' }]);
    const figures = (await directives.figures(id, office.company)).body;
    const of = (personId: string) => figures.addressees.find((each: { personId: string }) => each.personId === personId);
    expect(of(office.head.personId)).toMatchObject({ toldAt: expect.any(String), reminders: 0, acknowledgedAt: expect.any(String), late: false });
    expect(of(office.technician.personId)).toMatchObject({ toldAt: expect.any(String), acknowledgedAt: null });
  });

  it('is searched in Chinese and English, and filtered by what is still to be acknowledged', async () => {
    const [one, other] = [await directives.given(), await directives.given({ title: '另一份', text: '其他' })];
    for (const q of ['防冻', 'pipes', '保温']) expect(await directives.list(`q=${encodeURIComponent(q)}`)).toEqual([one]);
    await directives.does(one, 'acknowledge', office.head);
    expect(await directives.list('toAcknowledge=true', office.head)).toEqual([other]);
    expect(await directives.list('status=given&limit=1')).toEqual([other]);
    const first = (await documents.ask('GET /api/directives?limit=1', office.director)).body;
    expect(await directives.list(`limit=1&cursor=${encodeURIComponent(first.nextCursor as string)}`)).toEqual([one]);
  });
});
