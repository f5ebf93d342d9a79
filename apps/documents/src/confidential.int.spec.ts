import { documentVisiblePath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
});
afterAll(() => documents.close());

const sees = async (id: string, who: Principal) => {
  const listed = (await office.list('', who)).includes(id);
  const found = (await office.list(`q=${encodeURIComponent('处分')}`, who)).includes(id);
  const { personId, roles, deputyships = [] } = who;
  const asked = { documentId: id, principal: { personId, roles, deputyships, crews: [], homes: [] } };
  const timeline = (await documents.askInside(documentVisiblePath, asked)).body.visible as boolean;
  const read = (await office.read(id, who)).status === 200;
  expect({ listed, found, timeline }).toEqual({ listed: read, found: read, timeline: read });
  return read;
};

describe('who knows of a document (W1.1)', () => {
  it('an open one: the heads of the site, and others who are named in it', async () => {
    const id = await office.registered({ title: '关于处分的通知' });
    for (const who of [office.clerk, office.director, office.head, office.lead, office.company]) expect(await sees(id, who)).toBe(true);
    for (const who of [office.desk, office.technician, (await PaperOffice.open(documents)).clerk]) expect(await sees(id, who)).toBe(false);
  });

  it('a confidential one: clerk, director, and who is named in the chain; nobody else learns that it exists', async () => {
    const id = await office.proposed({ title: '关于处分的通知', confidentiality: 'confidential' });
    for (const who of [office.head, office.lead, office.company, office.desk, office.technician]) expect(await sees(id, who)).toBe(false);
    // Nothing waits for one person (G1): who stands in for the director sees it meanwhile.
    const { personId: forPersonId, roles } = office.director;
    expect(await sees(id, { ...office.head, deputyships: [{ forPersonId, kind: 'approvals', roles }] })).toBe(true);
    expect((await office.act(id, 'decide', office.company, { decision: 'x' })).body).toMatchObject({ status: 404, code: 'document-unknown' });
    expect((await office.act(newId(), 'decide', office.company, { decision: 'x' })).body).toMatchObject({ status: 404, code: 'document-unknown' });
    await office.does(id, 'decide', office.director, { decision: '请查', actingPersonId: office.technician.personId });
    await office.does(id, 'circulate', office.clerk, { readerIds: [office.lead.personId, office.desk.personId] });
    for (const who of [office.clerk, office.director, office.technician, office.lead, office.desk]) expect(await sees(id, who)).toBe(true);
    for (const who of [office.head, office.company]) expect(await sees(id, who)).toBe(false);
    await office.does(id, 'change-readers', office.clerk, { leaveOut: [office.desk.personId], reason: '无需知悉' });
    expect(await sees(id, office.desk)).toBe(false);
  });

  it('nor by its slip, its mail, or a reminder that it is late', async () => {
    const signed = await documents.ask('POST /api/mail', office.desk, { siteId: office.siteId, kind: 'letter', sender: '纪委', addresseeId: office.clerk.personId, subject: '关于处分' });
    const id = (await documents.ask(`POST /api/mail/${signed.body.id}/convert`, office.clerk, { confidentiality: 'confidential' })).body.id as string;
    const mail = `GET /api/mail/${signed.body.id}`;
    expect([(await documents.ask(mail, office.clerk)).status, (await documents.ask(mail, office.desk)).status]).toEqual([200, 404]);
    expect((await documents.ask('GET /api/mail', office.desk)).body.items).toEqual([]);
    const { slipToken } = (await office.read(id)).body;
    const scan = (who: Principal, token: string) => documents.ask('POST /api/incoming-documents/scan', who, { token });
    const [hidden, never] = [await scan(office.head, slipToken), await scan(office.head, 'never-was')];
    expect([hidden.status, hidden.body.code]).toEqual([never.status, never.body.code]);
    expect(hidden.body).toMatchObject({ status: 404, code: 'document-unknown' });
    await documents.pass(20);
    const told = (await documents.events(id)).flatMap(({ data }) => (data.told as Array<{ personId: string }> | undefined) ?? []).map(({ personId }) => personId);
    expect(new Set(told)).toEqual(new Set([office.clerk.personId, office.director.personId]));
  });

  it('the director hears that one waits for a decision, though somebody else is on duty for them who may not know of it (G5)', async () => {
    const id = await office.proposed({ confidentiality: 'confidential' });
    const since = new Date('2020-01-01T00:00:00Z');
    const given = [newId(), office.director.personId, office.lead.personId, 1, since];
    await documents.rows('INSERT INTO office_deputy (id, from_person_id, to_person_id, deputy, from_at) VALUES ($1, $2, $3, $4, $5)', given);
    await documents.pass(18);
    const [first] = (await documents.events(id)).filter(({ type }) => type === 'documents.incoming-escalated.v1');
    expect(first).toMatchObject({ data: { promise: 'decide', told: [{ personId: office.director.personId, forPersonId: null }] } });
  });
});
