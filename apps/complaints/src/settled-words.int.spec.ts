import type { Principal } from '@property-office/contracts';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';
import { SettledWords1766700000000 } from './persistence/migrations/1766700000000-settled-words.migration';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

const said = { aboutWords: '3号楼那个高个子保洁' };
const nobody = { aboutPersonIds: [] as string[], aboutCrewIds: [] as string[], reason: '是外来施工人员' };
const naming = (...people: Principal[]) => ({ ...nobody, aboutPersonIds: people.map(({ personId }) => personId), reason: '查明' });
const settles = async (id: string, who: Principal, body: object = nobody) => (await office.act(id, 'correct-about', who, body)).body;
const decides = async (id: string, who: Principal) => {
  await office.verified(id, who);
  return (await office.act(id, 'decide', who, { decision: 'unfounded', reason: '查无此事' })).body;
};
const own = { status: 403, code: 'about-settled-by-own' };

describe('who says that it is nobody of ours whom a complainant means does not decide it (W2.3)', () => {
  it('nor the complaint that goes on for theirs, where the words are', async () => {
    const [id, into] = [await office.recorded(said, second), await office.recorded()];
    await settles(id, office.lead);
    await office.mergedIn(id, into);
    expect(await decides(into, office.lead)).toMatchObject(own);
    await office.does(into, 'assign', office.company, { handlerId: office.desk.personId });
    expect((await office.act(into, 'decide', office.desk, { decision: 'unfounded', reason: 'x' })).body).toMatchObject({ status: 'decided' });
  });

  it('nor where they complain in both, and each time somebody else said so', async () => {
    const [id, into] = [await office.recorded(said), await office.recorded({ aboutWords: '戴帽子的' })];
    await settles(id, office.lead);
    await settles(into, office.director);
    await office.mergedIn(id, into, office.company);
    for (const who of [office.lead, office.director]) expect(await decides(into, who)).toMatchObject(own);
    expect(await decides(into, office.head)).toMatchObject({ status: 'decided' });
  });

  it('also after others corrected it, as a merge and its taking back do; nor do these count as whoever settled it', async () => {
    const [id, into] = [await office.recorded({ aboutPersonIds: [office.technician.personId] }, second), await office.recorded(said)];
    await settles(into, office.lead);
    await office.mergedIn(id, into, office.director);
    await office.does(id, 'take-back', office.director);
    expect(await decides(into, office.lead)).toMatchObject(own);
    await office.does(into, 'assign', office.company, { handlerId: office.director.personId });
    expect((await office.act(into, 'decide', office.director, { decision: 'unfounded', reason: 'x' })).body).toMatchObject({ status: 'decided' });
  });

  it('nor whoever it was said for (G1); once somebody is named nobody has said so any more', async () => {
    const id = await office.recorded(said);
    const deputy = office.holding('clerk', { deputyships: [{ forPersonId: office.lead.personId, kind: 'approvals', roles: office.lead.roles }] });
    expect(await settles(id, deputy)).toMatchObject({ status: 'recorded' });
    expect(await decides(id, office.lead)).toMatchObject(own);
    await settles(id, office.director, naming(office.technician));
    expect((await office.act(id, 'decide', office.lead, { decision: 'unfounded', reason: 'x' })).body).toMatchObject({ status: 'decided' });
  });
});

it('who said so before that was kept with the words is found in what was corrected last, and in whose name (G1)', async () => {
  const [id, into] = [await office.recorded(said, second), await office.recorded()];
  const deputy = office.holding('clerk', { deputyships: [{ forPersonId: office.lead.personId, kind: 'approvals', roles: office.lead.roles }] });
  await settles(id, deputy);
  await office.mergedIn(id, into);
  const named = await office.recorded(said);
  await settles(named, office.lead, naming(office.technician));
  const kept = () => complaints.rows('SELECT complaint_id, about_nobody_by FROM complainant WHERE complaint_id = ANY ($1) ORDER BY complaint_id, joined_at', [[id, into, named]]);
  const before = await kept();
  expect(before.map((row) => row['about_nobody_by'])).toEqual([[deputy.personId, office.lead.personId], null, [deputy.personId, office.lead.personId], null]);
  await complaints.admin.query('ALTER TABLE complainant DROP COLUMN about_nobody_by');
  await new SettledWords1766700000000().up(complaints.admin as never);
  expect(await kept()).toEqual(before);
});

describe('it may be themselves who are meant, also once it is settled (W2.3)', () => {
  const aboutOwn = { status: 403, code: 'about-own' };

  it('nobody who handles it or has corrects it, nor names themselves', async () => {
    const id = await office.recorded(said);
    await settles(id, office.lead, naming(office.technician));
    await office.does(id, 'assign', office.lead, { handlerId: office.desk2.personId });
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    for (const who of [office.desk, office.desk2]) expect(await settles(id, who, naming(office.head))).toMatchObject(aboutOwn);
    expect(await settles(id, office.lead, naming(office.lead))).toMatchObject(aboutOwn);
    expect((await office.read(id)).body.file.aboutPersonIds).toEqual([office.technician.personId]);
    expect(await settles(id, office.lead, naming(office.head))).toMatchObject({ handlerId: office.desk.personId });
  });

  it('nobody has it by saying whom they mean: of attitude it goes to the next superior, else to somebody who is assigned', async () => {
    await office.answersFor(office.technician, office.lead);
    const alone = await office.recorded({ ...said, kind: 'attitude' });
    expect(await settles(alone, office.lead, naming(office.technician))).toMatchObject({ handlerId: null });
    await office.answersFor(office.lead, office.director);
    const id = await office.recorded({ ...said, kind: 'attitude' });
    expect(await settles(id, office.lead, naming(office.technician))).toMatchObject({ handlerId: office.director.personId });
    // Of a complaint that names them nobody has to find out who is meant.
    const named = await office.recorded({ kind: 'attitude' });
    expect(await settles(named, office.lead, naming(office.technician))).toMatchObject({ handlerId: office.lead.personId });
  });
});
