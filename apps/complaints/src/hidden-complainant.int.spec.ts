import { registerCallerPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, ComplaintsUnderTest } from './complaints.fixture';
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

/** Under it nothing was ever recorded, and it is too old to be waited for. */
const unknown = '01900000-0000-7000-8000-00000000dead';

/** Whoever is complained about holds many roles: rights are a union, and it is hidden against all of them. */
function powerful(): Principal {
  const roles = (['desk-lead', 'duty-officer', 'department-head', 'director', 'technician'] as const).map((role) => ({ role, siteId: office.siteId }));
  return { ...office.technician, roles };
}

/** A call about somebody, which the desk has made a complaint of the caller's. */
async function converted({ personId, homes }: Principal, aboutPersonId: string, words: string): Promise<string> {
  const [contactId, objectId] = [newId(), newId()];
  await complaints.askInside(registerCallerPath, { objectId, personId, homeId: homes[0]! });
  const said = { category: 'cleaning', aboutPersonId, households: 1, signs: [], hotlineNumber: null, hotlineDeadline: null };
  const event = announced('reception.contact-converted.v1', contactId, office.siteId, {
    contactId, number: 'Q-1', to: 'complaint', objectId, channel: 'call', description: words, reporterId: null, location: null, attachmentIds: [], complaint: said,
  });
  await complaints.hear(event, ['complaints__converted_v1']);
  return objectId;
}

describe.each(['filed by the resident', 'converted from their call'])('the complainant is hidden from whom it is about, and from their crew: %s (W2.3)', (how) => {
  let id: string;
  let accused: Principal;
  let crewmate: Principal;
  /** Of the accused, of their crewmate, and of both: what is lent does not reach what is hidden from whoever lends it (G1). */
  let deputies: Principal[];

  beforeEach(async () => {
    accused = powerful();
    // Known as staff of the site without being its director: the case stays with the desk.
    await office.register({ ...accused, roles: accused.roles.filter(({ role }) => role !== 'director') });
    crewmate = { ...office.mate, roles: [{ role: 'desk-lead', siteId: office.siteId }, { role: 'company', siteId: null }] };
    const lends = ({ personId: forPersonId, roles, crews }: Principal) => ({ forPersonId, kind: 'approvals' as const, roles, crews });
    deputies = [[accused], [crewmate], [accused, crewmate]].map((lenders) => office.holding('clerk', { deputyships: lenders.map(lends) }));
    const words = '二班师傅态度恶劣 rude';
    id = how.startsWith('filed')
      ? await office.recorded({ aboutPersonIds: [accused.personId], words })
      : await converted(office.resident, accused.personId, words);
  });

  const answersOf = async (target: string, who: Principal) => {
    const { status, body } = await complaints.ask(target, who, bodyOf(target));
    const { instance: _, requestId: __, ...rest } = body;
    return { status, rest };
  };

  it('answers every route about the case exactly as if it had never been', async () => {
    const routes = complaints.routesOfACase();
    expect(routes.length).toBeGreaterThan(18);
    for (const route of routes) {
      for (const who of [accused, crewmate, ...deputies]) {
        const hidden = await answersOf(route.replace(':id', id), who);
        const never = await answersOf(route.replace(':id', unknown), who);
        expect({ route, ...hidden }).toEqual({ route, ...never });
        expect([400, 404]).toContain(hidden.status);
      }
    }
    expect(await complaints.told(id)).toEqual(['complaint-recorded']);
  });

  it('is in no list of theirs: by no filter, no word, no order, no page', async () => {
    const other = await office.recorded({ words: '门口噪音' });
    const filters = ['', 'status=recorded', 'kind=cleaning', `siteId=${office.siteId}`, 'major=false', 'limit=1', `q=${encodeURIComponent('态度')}`, 'q=rude', `handlerId=${accused.personId}`];
    for (const filter of filters) {
      for (const who of [accused, crewmate, ...deputies]) expect({ filter, seen: (await office.list(filter, who)).includes(id) }).toEqual({ filter, seen: false });
    }
    // A page is as full as if it were not there: no gap, no cursor to nothing.
    const page = await complaints.ask('GET /api/complaints?limit=1', accused);
    expect(page.body).toMatchObject({ items: [{ id: other }], nextCursor: null });
    expect(await office.list('', office.lead)).toEqual([other, id]);
  });

  it('has no timeline for them, while the desk and the complainant read it', async () => {
    for (const [who, sees] of [[accused, false], [crewmate, false], [office.desk, true], [office.resident, true]] as const)
      expect(await complaints.seesTimeline(id, who)).toBe(sees);
    for (const who of deputies) expect(await complaints.seesTimeline(id, who)).toBe(false);
  });

  it('stays hidden from whichever crew they join later, also when it is closed', async () => {
    await office.closed(id);
    const crew = newId();
    const newcomer = office.holding('desk-lead', { crews: [crew] });
    expect((await office.read(id, newcomer)).status).toBe(200);
    await office.joins(accused, crew);
    expect((await office.read(id, newcomer)).status).toBe(404);
    expect((await complaints.told(id)).at(-1)).toBe('complaint-hidden');
    await office.joins(accused, crew);
    expect((await complaints.told(id)).filter((type) => type === 'complaint-hidden')).toHaveLength(1);
  });

  it('is hidden from a crew that is complained about as such', async () => {
    const about = await office.recorded({ aboutCrewIds: [office.crew] });
    expect((await office.read(about, { ...office.mate, roles: [{ role: 'director', siteId: office.siteId }] })).status).toBe(404);
    expect((await office.read(about, office.director)).status).toBe(200);
  });

  it('a complainant of the same crew reads their own part, and acts on nothing else', async () => {
    const mate: Principal = { ...office.mate, roles: [{ role: 'technician', siteId: office.siteId }, { role: 'desk-lead', siteId: office.siteId }] };
    const own = await office.recorded({ aboutPersonIds: [accused.personId], onBehalfOf: mate.personId, words: '师傅骂人' }, mate);
    await office.does(own, 'join', office.lead, { personId: office.resident.personId, homeId: office.homes[0], words: '我也听到了' });
    const { body } = await office.read(own, mate);
    expect(body).toMatchObject({ words: '师傅骂人', file: null, complainants: [{ words: '师傅骂人' }] });
    expect(JSON.stringify(body)).not.toContain('我也听到了');
    expect((await office.read(own, office.resident)).body).toMatchObject({ words: '我也听到了', attachments: [], complainants: [{ words: '我也听到了' }] });
    expect((await office.act(own, 'acknowledge', mate)).status).toBe(404);
    expect((await complaints.ask(`GET /api/complaints/${own}/complainants`, mate)).status).toBe(404);
  });

  it('a deputy of theirs reads and acts by roles of their own, in nobody’s name, and by those of whoever it is not hidden from (G1)', async () => {
    const [{ deputyships }] = deputies as [Principal];
    const clerk = office.holding('desk', { deputyships: deputyships! });
    expect((await office.read(id, clerk)).status).toBe(200);
    await office.does(id, 'acknowledge', clerk);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ actor_for: null, actor_role: 'desk' });
    const { personId: forPersonId, roles } = office.director;
    const ofBoth = office.holding('clerk', { deputyships: [...deputyships!, { forPersonId, kind: 'approvals', roles }] });
    await office.does(id, 'mark-major', ofBoth, { reason: '多人受影响' });
    expect((await complaints.events(id)).filter(({ type }) => type.includes('made-major'))).toMatchObject([{ actor_for: forPersonId, actor_role: 'director' }]);
  });

  it('they can neither be given it, nor have a task of it, nor decide or extend it', async () => {
    for (const who of [accused, office.mate])
      expect(await office.act(id, 'assign', office.director, { handlerId: who.personId })).toMatchObject({ status: 409, body: { code: 'handler-complained-about' } });
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: '属实' });
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
    const task = { what: '向住户说明', ownerId: accused.personId, dueAt: office.inDays(1) };
    expect(await office.act(id, 'tasks', office.desk, task)).toMatchObject({ status: 409, body: { code: 'handler-complained-about' } });
    await office.does(id, 'request-extension', office.desk, { until: office.inDays(4), reason: '排班' });
    expect((await office.act(id, 'approve-extension', accused, { approved: true })).status).toBe(404);
    expect((await office.act(id, 'decide', accused, { decision: 'unfounded', reason: '没有' })).status).toBe(404);
  });

  it('no event of a whole case names a complainant', async () => {
    await office.does(id, 'join', office.lead, { personId: newId(), homeId: office.homes[3], contact: { name: '赵六', phone: '13900139000' }, words: '一样' });
    await office.closed(id);
    await office.does(id, 'answer', office.resident, { answer: 'disputed', words: '我是王敏，还是不满意' });
    const all = JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger WHERE aggregate_id = $1', [id]));
    for (const secret of [office.resident.personId, ...office.homes, '王敏', '赵六', '13900139000', '态度恶劣', '一样']) expect(all).not.toContain(secret);
  });
});

/** A body that the route takes, so that the answer is about the case. */
function bodyOf(target: string): object {
  const verb = target.split('/').at(-1)!;
  const bodies: Record<string, object> = {
    assign: { handlerId: unknown },
    decide: { decision: 'unfounded', reason: 'x' },
    'mark-major': { reason: 'x' },
    tasks: { what: 'x', ownerId: unknown, dueAt: '2026-12-24T00:00:00Z' },
    'finish-task': { taskId: unknown, done: 'x' },
    'link-repair': { repairRequestId: unknown },
    result: { result: 'x' },
    feedback: { how: 'telephone', words: 'x' },
    answer: { answer: 'disputed' },
    'request-extension': { until: '2026-12-24T00:00:00Z', reason: 'x' },
    'approve-extension': { approved: true },
    'announce-extension': { how: 'telephone' },
  };
  return bodies[verb] ?? {};
}
