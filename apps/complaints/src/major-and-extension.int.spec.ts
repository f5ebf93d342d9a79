import { Clocks } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => void (complaints = await ComplaintsUnderTest.open()));
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

describe('a major complaint (R1.4, W2.3)', () => {
  it.each([
    ['injury or safety', { injuryOrSafety: true }],
    ['theft by staff', { kind: 'theft' }],
    ['a bribe', { kind: 'bribe' }],
    ['violence by staff', { kind: 'violence' }],
  ])('%s: the director has it at once', async (_, more) => {
    const id = await office.recorded(more);
    expect((await office.read(id)).body).toMatchObject({ major: true, handlerId: office.director.personId });
    expect((await complaints.events(id))[0]!.data).toMatchObject({ major: true, handlerId: office.director.personId });
  });

  it('is had by a director who is there, or else by one whose deputy takes it, the company next, before one who is away (G1)', async () => {
    const clocks = new Clocks(complaints, office);
    const handlerOf = async (more: object = {}): Promise<string> => (await office.read(await office.recorded({ kind: 'theft', ...more }), office.company)).body.handlerId;
    const second = await clocks.holder('director');
    expect(await handlerOf()).toBe(office.director.personId);
    await clocks.isAway(office.director.personId);
    expect(await handlerOf()).toBe(second);
    await clocks.isAway(second);
    expect(await handlerOf()).toBe(office.company.personId);
    const deputy = await clocks.deputyOf(second, 'approvals');
    expect(await handlerOf()).toBe(second);
    await office.register({ ...office.holding('clerk'), personId: deputy });
    expect(await handlerOf({ aboutPersonIds: [deputy] })).toBe(office.company.personId);
  });

  it('the fifth household makes it one, and the fourth does not; two people of one home are one', async () => {
    const id = await office.recorded({ homeId: office.homes[0] });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    for (const home of [0, 1, 2, 3]) await office.does(id, 'join', office.desk, { homeId: office.homes[home], words: '我家也是' });
    expect((await office.read(id)).body).toMatchObject({ major: false, households: 4 });
    await office.does(id, 'join', office.desk, { homeId: office.homes[4] });
    expect((await office.read(id)).body).toMatchObject({ major: true, majorBecause: ['five-households'], households: 5, handlerId: office.director.personId });
    expect((await complaints.told(id)).slice(-2)).toEqual(['complaint-joined', 'complaint-made-major']);
    await office.does(id, 'join', office.desk, { homeId: office.homes[5] });
    expect((await complaints.told(id)).filter((type) => type === 'complaint-made-major')).toHaveLength(1);
  });

  it('recorded by the desk it is one with the households they wrote down; only the desk speaks for others', async () => {
    const [four, five] = [await office.recorded({ homeId: office.homes[0], households: 4 }, office.desk), await office.recorded({ homeId: office.homes[0], households: 5 }, office.desk)];
    expect((await office.read(four)).body).toMatchObject({ households: 4, major: false });
    expect((await office.read(five)).body).toMatchObject({ households: 5, major: true, majorBecause: ['five-households'] });
    expect(await office.does(four, 'join', office.desk, { homeId: office.homes[1] })).toMatchObject({ major: true });
    expect((await office.record({ households: 5 }, office.resident)).body).toMatchObject({ status: 403, code: 'complaint-on-behalf' });
  });

  it('whoever names no home is a household of their own, whomever else they speak for', async () => {
    const stranger = (phone: string, more: object = {}) => ({ contact: { name: '李四', phone }, ...more });
    const id = await office.recorded(stranger('13800000000'), office.desk);
    await office.does(id, 'join', office.desk, stranger('13800000001'));
    await office.does(id, 'join', office.desk, stranger('13800000002', { households: 2 }));
    expect((await office.read(id)).body).toMatchObject({ households: 4, major: false });
    await office.does(id, 'join', office.desk, stranger('13800000003'));
    expect((await office.read(id, office.director)).body).toMatchObject({ households: 5, major: true, majorBecause: ['five-households'] });
  });

  it('two fifth households at once make it one once', async () => {
    const id = await office.recorded({ homeId: office.homes[0] });
    for (const home of [1, 2, 3]) await office.does(id, 'join', office.desk, { homeId: office.homes[home] });
    await Promise.all([office.does(id, 'join', office.desk, { homeId: office.homes[4] }), office.does(id, 'join', office.desk2, { homeId: office.homes[5] })]);
    expect((await complaints.told(id)).filter((type) => type === 'complaint-made-major')).toHaveLength(1);
    expect((await office.read(id)).body).toMatchObject({ households: 6, major: true });
  });

  it('by hand with a reason, once', async () => {
    const id = await office.recorded();
    expect((await office.act(id, 'mark-major', office.lead, {})).status).toBe(400);
    expect(await office.does(id, 'mark-major', office.lead, { reason: '业主群情绪激动' })).toMatchObject({ major: true, majorBecause: ['by-hand'], handlerId: office.director.personId });
    expect(await office.act(id, 'mark-major', office.lead, { reason: '再次' })).toMatchObject({ status: 409, body: { code: 'already-major' } });
    expect(JSON.stringify(await complaints.events(id))).not.toContain('情绪激动');
  });

  it('is handled by nobody below the director', async () => {
    const id = await office.recorded({ kind: 'theft' });
    expect(await office.act(id, 'assign', office.lead, { handlerId: office.lead.personId })).toMatchObject({ status: 409, body: { code: 'handler-unfit' } });
  });

  it('about the director it goes to the company, and the director sees nothing of it', async () => {
    const id = await office.recorded({ kind: 'bribe', aboutPersonIds: [office.director.personId] });
    expect((await office.read(id)).body.handlerId).toBe(office.company.personId);
    expect((await office.read(id, office.director)).status).toBe(404);
    expect(await office.act(id, 'assign', office.company, { handlerId: office.head.personId })).toMatchObject({ status: 409, body: { code: 'handler-unfit' } });
    const plain = await office.recorded({ kind: 'cleaning', aboutPersonIds: [office.director.personId] });
    expect((await office.read(plain)).body.handlerId).toBe(office.company.personId);
  });

  it('is not the director’s who complains in it, but the company’s', async () => {
    const id = await office.recorded({ kind: 'theft', onBehalfOf: office.director.personId }, office.director);
    expect((await office.read(id)).body.handlerId).toBe(office.company.personId);
  });

  it('is joined by nobody it is about: they would see it as their own', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    expect(await office.act(id, 'join', office.lead, { personId: office.technician.personId })).toMatchObject({ status: 400, body: { code: 'about-complainant' } });
  });

  it.each([{}, { households: 4 }])('is joined by somebody, or by something somebody said, and not by %j: no household would be behind it', async (nothing) => {
    const id = await office.recorded();
    const refused = await office.act(id, 'join', office.desk, nothing);
    expect(refused.body).toMatchObject({ status: 400, code: 'complainant-missing', errors: [{ pointer: '/personId' }] });
    expect((await office.read(id)).body).toMatchObject({ households: 1, version: 1 });
  });

  it('names a complainant once', async () => {
    const id = await office.recorded();
    expect(await office.act(id, 'join', office.desk, { personId: office.resident.personId })).toMatchObject({ status: 409, body: { code: 'already-complainant' } });
    expect(await office.act(id, 'join', office.desk, { homeId: (await Office.open(complaints)).homes[0] })).toMatchObject({ status: 400, body: { code: 'site-unknown' } });
  });
});

describe('a complaint about attitude (W2.3)', () => {
  it('goes to the superior of the person', async () => {
    await office.answersFor(office.technician, office.head);
    const id = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.technician.personId] });
    expect((await office.read(id, office.head)).body).toMatchObject({ handlerId: office.head.personId });
    expect(await office.does(id, 'acknowledge', office.head)).toMatchObject({ status: 'acknowledged' });
  });

  it('passes the lead of the same crew by, from whom it is hidden', async () => {
    await office.answersFor(office.technician, office.mate);
    await office.answersFor(office.mate, office.head);
    const id = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.technician.personId] });
    expect((await office.read(id)).body.handlerId).toBe(office.head.personId);
  });

  it('of several people is told to the superior of each, who read it; the nearest that may has it', async () => {
    const other = office.holding('technician');
    await office.register(other);
    const [first, second] = [office.holding('technician'), office.holding('technician')];
    await office.register(first, second);
    await office.answersFor(office.technician, first);
    await office.answersFor(other, second);
    const id = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.technician.personId, other.personId] });
    expect((await complaints.events(id))[0]!.data).toMatchObject({ handlerId: first.personId, superiorIds: [second.personId] });
    expect([(await office.read(id, second)).status, (await office.read(id, office.holding('technician'))).status]).toEqual([200, 404]);
    // Whoever answers for nobody it is about reads it no more.
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.technician.personId], aboutCrewIds: [], reason: '指认有误' });
    expect((await office.read(id, second)).status).toBe(404);
    // Where nobody answers for the first one who is named, it is not left lying.
    const unled = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.head.personId, other.personId] });
    expect((await office.read(unled)).body.handlerId).toBe(second.personId);
  });

  it('is read by the superior who handled it also once it is somebody else’s', async () => {
    await office.answersFor(office.technician, office.head);
    const id = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.technician.personId] });
    const { data } = (await complaints.events(id))[0]!;
    expect([data['handlerId'], data['superiorIds'] ?? []]).toEqual([office.head.personId, []]);
    await office.does(id, 'assign', office.lead, { handlerId: office.director.personId });
    expect((await office.read(id, office.head)).body).toMatchObject({ handlerId: office.director.personId });
    expect((await office.act(id, 'acknowledge', office.head)).status).toBe(404);
  });

  it('goes past a superior who has left to the next one, be it to handle it or to hear of it (G6)', async () => {
    const [gone, next, other, third] = [office.holding('technician'), office.holding('technician'), office.holding('technician'), office.holding('technician')];
    await office.register(gone, next, other, third);
    await office.answersFor(office.technician, gone);
    await office.answersFor(gone, next);
    await office.answersFor(other, third);
    await office.leaves(gone);
    const handled = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.technician.personId] });
    expect((await office.read(handled)).body.handlerId).toBe(next.personId);
    const heard = await office.recorded({ kind: 'attitude', aboutPersonIds: [other.personId, office.technician.personId] });
    expect((await complaints.events(heard))[0]!.data).toMatchObject({ handlerId: third.personId, superiorIds: [next.personId] });
  });

  it('waits for the desk to assign it where nobody answers for the person', async () => {
    const id = await office.recorded({ kind: 'attitude', aboutPersonIds: [office.technician.personId] });
    expect((await office.read(id)).body.handlerId).toBeNull();
  });
});

describe('an extension (W2.3)', () => {
  async function promised(): Promise<string> {
    const id = await office.recorded();
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
    return id;
  }
  const ask = (id: string, days = 4) => office.act(id, 'request-extension', office.desk, { until: office.inDays(days), reason: '等配件' });

  it('is asked, approved by somebody else, told to the complainant, and only then holds', async () => {
    const id = await promised();
    const before = (await office.read(id)).body;
    expect((await ask(id)).status).toBe(200);
    expect(await office.act(id, 'announce-extension', office.desk, { how: 'telephone' })).toMatchObject({ status: 409, body: { code: 'extension-missing' } });
    await office.does(id, 'approve-extension', office.lead, { approved: true });
    expect((await office.read(id)).body.promisedAt).toBe(before.promisedAt);
    const after = await office.does(id, 'announce-extension', office.desk, { how: 'telephone' });
    expect(after.promisedAt > before.promisedAt).toBe(true);
    expect(after.extendedUntil).toBe(after.promisedAt);
    expect((await complaints.events(id)).at(-1)!.data).toMatchObject({ before: before.promisedAt, until: after.promisedAt });
  });

  it('is one at most', async () => {
    const id = await promised();
    await ask(id);
    await office.does(id, 'approve-extension', office.lead, { approved: true });
    await office.does(id, 'announce-extension', office.desk, { how: 'telephone' });
    expect(await ask(id, 8)).toMatchObject({ status: 409, body: { code: 'extension-used' } });
  });

  it('is never told after the old date', async () => {
    const id = await promised();
    await ask(id);
    await office.does(id, 'approve-extension', office.lead, { approved: true });
    await complaints.later(2 * 86_400 + 60);
    expect(await office.act(id, 'announce-extension', office.desk, { how: 'telephone' })).toMatchObject({ status: 409, body: { code: 'extension-too-late' } });
    expect(await ask(id, 9)).toMatchObject({ status: 409, body: { code: 'extension-too-late' } });
  });

  it('is approved neither by who asked nor by who handles it, whatever their role', async () => {
    const id = await promised();
    await ask(id);
    const both = { ...office.desk, roles: [...office.desk.roles, { role: 'director' as const, siteId: office.siteId }] };
    expect(await office.act(id, 'approve-extension', both, { approved: true })).toMatchObject({ status: 403, body: { code: 'extension-own' } });
    expect((await office.act(id, 'approve-extension', office.desk2, { approved: true })).status).toBe(403);
  });

  it.each([['the desk', () => office.desk], ['the desk’s lead', () => office.lead]])('is approved by anybody above %s, also by the company', async (_, handler) => {
    const id = await office.recorded();
    await office.verified(id, handler());
    await office.does(id, 'decide', handler(), { decision: 'ours', reason: 'x' });
    await office.does(id, 'begin-handling', handler(), { apology: '对不起', promisedAt: office.inDays(2) });
    await office.does(id, 'request-extension', handler(), { until: office.inDays(4), reason: '等配件' });
    expect((await office.act(id, 'approve-extension', office.company, { approved: true })).status).toBe(200);
  });

  it('nor by anybody below the handler: of a director’s the company says yes, and is told; another director where there is nobody above (G1)', async () => {
    const ofDirectors = async () => {
      const id = await office.recorded({ kind: 'theft' });
      await office.does(id, 'request-extension', office.director, { until: office.inDays(30), reason: '等鉴定' });
      return id;
    };
    const id = await ofDirectors();
    expect((await complaints.events(id)).at(-1)!.data).toMatchObject({ approvers: ['company'] });
    for (const who of [office.lead, office.head]) {
      const { status, body } = await office.act(id, 'approve-extension', { ...who, roles: [{ role: 'desk-lead', siteId: office.siteId }] }, { approved: true });
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'extension-not-above' });
    }
    const second = office.holding('director');
    await office.register(second);
    expect((await office.act(id, 'approve-extension', second, { approved: true })).body).toMatchObject({ code: 'extension-not-above' });
    // Of their own a lead, and the company's deputy: it is done in the role that may.
    const { personId: forPersonId, roles } = office.company;
    await office.does(id, 'approve-extension', { ...office.lead, deputyships: [{ forPersonId, kind: 'approvals', roles }] }, { approved: true });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ actor_role: 'company', actor_for: forPersonId });
    await complaints.rows(`UPDATE office_role SET until_at = from_at WHERE site_id = $1 AND role = 'company'`, [office.siteId]);
    const alone = await ofDirectors();
    expect((await office.act(alone, 'approve-extension', office.lead, { approved: true })).status).toBe(403);
    await office.does(alone, 'approve-extension', second, { approved: true });
  });

  it('nor by a deputy who approves for one of them (G1)', async () => {
    const id = await promised();
    await ask(id);
    const roles = [{ role: 'director' as const, siteId: office.siteId }];
    const deputy = office.holding('clerk', { deputyships: [{ forPersonId: office.desk.personId, kind: 'approvals', roles }] });
    expect(await office.act(id, 'approve-extension', deputy, { approved: true })).toMatchObject({ status: 403, body: { code: 'extension-own' } });
  });

  it('that was refused may be asked for again', async () => {
    const id = await promised();
    await ask(id);
    await office.does(id, 'approve-extension', office.lead, { approved: false });
    expect(await office.act(id, 'approve-extension', office.lead, { approved: true })).toMatchObject({ status: 409, body: { code: 'extension-missing' } });
    expect((await ask(id)).status).toBe(200);
  });

  it('moves the date later, by five years at most, and never beyond the hotline', async () => {
    const id = await promised();
    expect(await ask(id, 1)).toMatchObject({ status: 400, body: { code: 'extension-date' } });
    expect((await ask(id, 40 * 365)).body).toMatchObject({ status: 400, errors: [{ pointer: '/until', message: 'it must lie ahead, by five years at most' }] });
    const hotline = await office.recorded({ outside: 'hotline', hotlineNumber: 'H-1', hotlineDeadline: office.inDays(3) }, office.desk2);
    expect(await office.act(hotline, 'request-extension', office.director, { until: office.inDays(4), reason: 'x' })).toMatchObject({ status: 400, body: { code: 'extension-date' } });
  });

  it('approved twice at once, it is approved once', async () => {
    const id = await promised();
    await ask(id);
    const told = await Promise.all([office.lead, office.director].map((who) => office.act(id, 'approve-extension', who, { approved: true })));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
