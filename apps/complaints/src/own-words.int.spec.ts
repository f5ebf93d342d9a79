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

const searched = (q: string, who: Parameters<Office['list']>[1]) => office.list(`q=${encodeURIComponent(q)}`, who);

describe('what a complainant searches (W2.3)', () => {
  it('are their own words and hotline: not whether another said a word, whom they joined or who joined them', async () => {
    const id = await office.recorded({ words: '王师傅收红包 bribe', outside: 'hotline', hotlineNumber: '12345-7', hotlineDeadline: office.inDays(5), onBehalfOf: office.resident.personId }, office.desk);
    const joined = office.holding('resident', { homes: [office.homes[1]!] });
    await office.does(id, 'join', office.lead, { personId: joined.personId, homeId: office.homes[1], words: '电梯常坏 elevator' });
    const { number } = (await office.read(id)).body;
    const finds = async (who: typeof joined, ...words: string[]) => Promise.all(words.map(async (q) => (await searched(q, who)).includes(id)));
    expect(await finds(joined, '红包', '收红包', 'bribe', '12345-7', '12345')).toEqual([false, false, false, false, false]);
    expect(await finds(joined, '电梯', '电梯常坏', 'Elevator', number)).toEqual([true, true, true, true]);
    expect(await finds(office.resident, '红包', 'bribe', '12345-7', number, '电梯')).toEqual([true, true, true, true, false]);
    expect(await finds(office.lead, '红包', 'bribe', '12345-7', number)).toEqual([true, true, true, true]);
    const onTheStaff = { ...joined, roles: [{ role: 'desk' as const, siteId: office.siteId }] };
    expect(await finds(onTheStaff, 'bribe', 'elevator')).toEqual([false, true]);
  });
});

describe('a date that is promised under a hotline (W2.3)', () => {
  const decided = async (deadline: number) => {
    const id = await office.recorded({ outside: 'hotline', hotlineNumber: '12345-8', hotlineDeadline: office.inDays(deadline), onBehalfOf: office.resident.personId }, office.desk);
    await office.verified(id, office.director);
    await office.does(id, 'decide', office.director, { decision: 'ours', reason: 'x' });
    return id;
  };
  const promise = (id: string, promisedAt: string, who = office.director) => office.act(id, 'begin-handling', who, { apology: '对不起', promisedAt });

  it('is before its deadline, also when our own date is over by then', async () => {
    const id = await decided(4);
    const { dueAt, hotlineDeadline } = (await office.read(id)).body;
    await complaints.later(Math.ceil((Date.parse(dueAt) - Date.now()) / 1_000 - complaints.ahead) + 60);
    expect((await promise(id, hotlineDeadline)).body).toMatchObject({ status: 400, code: 'promise-impossible', errors: [{ pointer: '/promisedAt' }] });
    expect((await promise(id, office.inDays(20))).body).toMatchObject({ code: 'promise-impossible' });
    expect((await promise(id, new Date(Date.parse(hotlineDeadline) - 60_000).toISOString())).status).toBe(200);
    expect((await office.read(id)).body.file).toMatchObject({ promiseBeyondHotline: false });
  });

  it('stands out where a hotline came later, and wants it earlier', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    expect((await promise(id, office.inDays(4), office.desk)).status).toBe(200);
    expect((await office.read(id)).body.file.promiseBeyondHotline).toBe(false);
    const rings = (hotlineNumber: string, days: number) => office.does(id, 'join', office.desk, { homeId: office.homes[1], words: '打了热线', hotlineNumber, hotlineDeadline: office.inDays(days) });
    await rings('12345-9', 6);
    expect((await office.read(id)).body.file.promiseBeyondHotline).toBe(false);
    await rings('12345-10', 3);
    expect((await office.read(id, office.director)).body).toMatchObject({ handlerId: office.director.personId, file: { promiseBeyondHotline: true } });
  });
});
