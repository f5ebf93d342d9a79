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

const about = (...people: Array<{ personId: string }>) => ({ aboutPersonIds: people.map(({ personId }) => personId), aboutCrewIds: [] as string[], reason: '业主指认有误' });
const correct = (id: string, body: object, who = office.lead) => office.act(id, 'correct-about', who, body);
const handlerOf = async (id: string) => (await office.read(id, office.company)).body.handlerId as string | null;

describe('whom a complaint is about is corrected after it was recorded (W2.3, G3)', () => {
  it('for everybody who sees it to see: who was named before, by whom it was corrected, and why', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.head.personId] });
    expect((await correct(id, about(office.technician))).status).toBe(200);
    const correction = { formerPersonIds: [office.head.personId], formerCrewIds: [], reason: '业主指认有误', correctedBy: office.lead.personId };
    expect((await office.read(id)).body.file).toMatchObject({ aboutPersonIds: [office.technician.personId], corrections: [correction] });
    expect(await complaints.told(id)).toEqual(['complaint-recorded', 'complaint-hidden', 'complaint-corrected']);
    const events = await complaints.events(id);
    expect(events[1]!.data).toMatchObject({ hiddenFrom: { personIds: [office.technician.personId], crewIds: [office.crew] } });
    expect(events[2]!.data).toMatchObject({ about: { personIds: [office.technician.personId], crewIds: [] }, handlerId: null, formerHandlerId: null });
    expect(JSON.stringify(events)).not.toContain('业主指认');
  });

  it('and is hidden from them and their crew from then on; from whom it was hidden before it stays hidden', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.head.personId] });
    const roles = [{ role: 'desk-lead' as const, siteId: office.siteId }];
    const [named, mate] = [{ ...office.technician, roles }, { ...office.mate, roles }];
    expect((await office.read(id, named)).status).toBe(200);
    await office.does(id, 'correct-about', office.lead, about(office.technician));
    for (const who of [named, mate, office.head]) expect((await office.read(id, who)).status).toBe(404);
    expect((await office.act(id, 'assign', office.lead, { handlerId: office.mate.personId })).body).toMatchObject({ code: 'handler-complained-about' });
    const other = newId();
    await office.joins(office.technician, other);
    expect((await office.read(id, { ...office.lead, crews: [other] })).status).toBe(404);
  });

  it('passes to another when whoever handles it is whom it is about: never to who complains, nor back', async () => {
    const id = await office.recorded();
    await office.verified(id, office.desk);
    await office.does(id, 'correct-about', office.lead, about(office.desk));
    const next = await handlerOf(id);
    expect([office.desk2, office.lead, office.head, office.director].map(({ personId }) => personId)).toContain(next);
    expect((await office.read(id, office.desk)).status).toBe(404);
    expect((await office.act(id, 'decide', office.desk, { decision: 'unfounded', reason: 'x' })).status).toBe(404);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ data: { handlerId: next, formerHandlerId: office.desk.personId } });
    expect((await office.act(id, 'assign', office.lead, { handlerId: office.desk.personId })).body).toMatchObject({ code: 'handler-complained-about' });
  });

  it('stays with whoever handles it where they still may', async () => {
    const id = await office.recorded();
    await office.verified(id, office.desk);
    await office.does(id, 'correct-about', office.lead, about(office.technician));
    expect(await handlerOf(id)).toBe(office.desk.personId);
  });

  it('of attitude is their superior’s, as from the beginning', async () => {
    await office.answersFor(office.technician, office.head);
    const id = await office.recorded({ kind: 'attitude' });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    await office.does(id, 'correct-about', office.lead, about(office.technician));
    expect(await handlerOf(id)).toBe(office.head.personId);
    await office.does(id, 'acknowledge', office.head);
    expect((await office.act(id, 'verify', office.desk, { findings: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-handler' });
    await office.does(id, 'verify', office.head, { findings: '看过监控' });
  });

  it('is the company’s once it is about the director, and the director sees it no more (R1.4)', async () => {
    const id = await office.recorded({ kind: 'theft' });
    expect(await handlerOf(id)).toBe(office.director.personId);
    await office.does(id, 'correct-about', office.lead, about(office.director));
    expect(await handlerOf(id)).toBe(office.company.personId);
    expect((await office.read(id, office.director)).status).toBe(404);
  });

  it('to nobody of the staff at all: what it is about was no person', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId], aboutCrewIds: [office.crew] });
    await office.does(id, 'correct-about', office.lead, about());
    expect((await office.read(id)).body.file).toMatchObject({ aboutPersonIds: [], aboutCrewIds: [] });
    expect((await office.read(id, office.technician)).status).toBe(404);
  });
});

describe('a correction is refused', () => {
  it('where nothing is corrected, it names who complains, or nobody of the site', async () => {
    const complaining = office.holding('technician');
    await office.register(complaining);
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId], onBehalfOf: complaining.personId }, office.desk);
    expect((await correct(id, about(office.technician))).body).toMatchObject({ status: 409, code: 'about-unchanged' });
    expect((await correct(id, about(office.technician, complaining))).body).toMatchObject({ status: 400, code: 'about-complainant', errors: [{ pointer: '/aboutPersonIds/1' }] });
    expect((await correct(id, about(office.resident))).body).toMatchObject({ status: 400, code: 'about-unknown' });
    expect((await correct(id, { ...about(), aboutCrewIds: [newId()] })).body).toMatchObject({ status: 400, code: 'about-unknown' });
    expect((await correct(id, { aboutPersonIds: [], aboutCrewIds: [] })).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
  });

  it('once it is closed, and to whoever it is hidden from, or complains in it', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    expect((await correct(id, about(office.head), office.technician)).status).toBe(404);
    expect((await correct(id, about(office.head), office.resident)).status).toBe(403);
    await office.closed(id);
    expect((await correct(id, about(office.head))).body).toMatchObject({ status: 409, code: 'complaint-move-illegal' });
  });
});
