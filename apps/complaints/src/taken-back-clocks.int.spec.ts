import type { Principal } from '@property-office/contracts';
import { autumn, Clocks } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.rows(`UPDATE timer SET status = 'cancelled' WHERE status = 'set'`);
  await complaints.showTime(autumn('09-23 10:00'));
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

const takenBack = (id: string) => office.does(id, 'take-back', office.lead);
const bySecond = (more: object = {}) => office.recorded({ homeId: office.homes[1], words: '水泵房半夜响', ...more }, second);

describe('once a merge is taken back every clock goes on as if it had not been (G3, G5)', () => {
  it('what the merge alone brought is told again when its own time comes, or when it is promised again (G5)', async () => {
    const late = await bySecond({ kind: 'theft' });
    await complaints.until(autumn('09-24 10:00'));
    const into = await office.recorded();
    const levels = async () => (await new Clocks(complaints, office).escalated(into)).map((each) => each.split(':')[0]!);
    const deadlines = async () => (await complaints.events(into)).filter(({ type }) => type === 'complaints.complaint-escalated.v1').map(({ data }) => data['deadlineId']);
    const ofMajor = (level: string) => /^(?:taken-by-director|first-result) /.test(level);
    await office.mergedIn(late, into);
    await complaints.later(90);
    const brought = await levels();
    expect([brought.filter(ofMajor), brought.filter((each) => !ofMajor(each))]).toEqual([expect.arrayContaining(['taken-by-director responsible']), expect.arrayContaining(['answer responsible'])]);
    const before = new Set(await deadlines());
    await takenBack(late);
    await complaints.until(autumn('09-25 10:00'));
    const own = (await levels()).slice(brought.length);
    expect(own).toEqual(expect.arrayContaining(brought.filter((each) => each.startsWith('answer'))));
    expect(own.filter(ofMajor)).toEqual([]);
    // As something else, so that whoever was told before hears of it.
    expect((await deadlines()).slice(brought.length).filter((each) => before.has(each))).toEqual([]);
    await office.does(into, 'mark-major', office.lead, { reason: '业主大会关注' });
    await complaints.later(7_200);
    expect((await levels()).slice(brought.length + own.length)).toEqual(expect.arrayContaining(brought.filter((each) => each.startsWith('taken-by-director'))));
  });

  it('whose time to answer is over is waited for no longer, also where that was while the merge stood', async () => {
    const [early, into] = [await office.recorded(), await office.recorded()];
    for (const id of [early, into]) {
      await office.does(id, 'join', office.desk, { personId: second.personId, homeId: office.homes[1] });
      await office.answered(id);
      await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    }
    await complaints.later(3 * 86_400 - 240);
    const third = office.holding('resident', { homes: [office.homes[2]!] });
    const joining = async () => office.recorded({ homeId: office.homes[2] }, third);
    const statusOf = async (id: string) => (await office.read(id)).body.status as string;
    const [soon, then] = [await joining(), await joining()];
    await office.mergedIn(soon, early);
    await takenBack(soon);
    await office.mergedIn(then, into);
    await complaints.later(241);
    expect([await statusOf(early), await statusOf(into)]).toEqual(['closed', 'awaiting-feedback']);
    await takenBack(then);
    await complaints.later(1);
    expect(await statusOf(into)).toBe('closed');
  });

  it('and what is still to be told is with whoever had it to do before, by its own clock (W2.3)', async () => {
    const into = await office.recorded();
    await office.mergedIn(await office.recorded({ contact: { name: '李四', phone: '13800000000' } }, office.desk), into);
    const tasks = () => complaints.rows('SELECT t.owner_id, d.promise, d.state, d.due_at FROM complaint_task t JOIN deadline d ON d.aggregate_id = t.id WHERE t.complaint_id = $1 ORDER BY d.promise', [into]);
    const before = await tasks();
    expect(before).toMatchObject([{ owner_id: office.lead.personId }, { owner_id: office.lead.personId }]);
    const id = await bySecond({ kind: 'theft' });
    await office.mergedIn(id, into);
    expect((await tasks())[0]).toMatchObject({ owner_id: office.director.personId });
    await takenBack(id);
    expect(await tasks()).toEqual(before);
    expect((await complaints.events(into)).at(-1)).toMatchObject({ type: 'complaints.task-handed-on.v1', data: { ownerId: office.lead.personId, formerOwnerId: office.director.personId } });
  });
});
