import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { Neighbourhood } from './neighbourhood.fixture';
import { announced, NoticesUnderTest } from './notices.fixture';

const hour = 3_600_000;
let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

interface Promised {
  promise: string;
  state: string;
  dueAt: string;
  overdue: boolean;
}
const promisesOf = async (id: string, who = area.writer): Promise<Promised[]> => (await area.read(id, who)).body.promises;
const dueIn = async (id: string): Promise<number> => (new Date((await promisesOf(id))[0]!.dueAt).getTime() - (await notices.now()).getTime()) / hour;

describe('the time of an approval (Q1, G4)', () => {
  it('is a row of the office, counted in the hours of approvals; what is set later holds for what is submitted later', async () => {
    await notices.untilMonday(9);
    const before = await area.submitted();
    // 9:00 to 12:00 and one hour from 14:00 on, as approvals are given.
    expect(await promisesOf(before)).toMatchObject([{ promise: 'approve', state: 'running', overdue: false }]);
    const shipped = await dueIn(before);
    expect(shipped).toBeGreaterThan(3.9);
    const limits = [{ amount: 8, unit: 'hours' as const }];
    const target = { class: 'notice-approval', promise: 'approve', function: 'approvals' as const, countsFrom: 'start' as const, limits, words: null };
    const row = { rowId: newId(), siteId: area.siteId, source: { zh: '主任办公会', en: 'meeting of the director' }, effectiveFrom: (await notices.now()).toISOString(), ...target };
    await notices.hear(announced('directory.target-set.v1', newId(), area.siteId, row));
    await notices.elapse(3 * 60_000);
    // Rules are kept for a moment.
    const after = await waitFor(
      async () => {
        const id = await area.submitted();
        return (await dueIn(id)) > shipped + 1 ? id : undefined;
      },
      { what: 'the new target to be in effect' },
    );
    expect(await dueIn(after)).toBeCloseTo(8, 1);
    expect(await dueIn(before)).toBeCloseTo(shipped - 0.05, 1);
    expect(await promisesOf(after, await area.resident(area.homes[0]))).toBeUndefined();
  });

  it('entered later, an approval shows that nobody was late (G2)', async () => {
    await notices.untilMonday(9);
    const id = await area.submitted();
    const read = await notices.now();
    const contentHash = await area.hashOf(id);
    await notices.elapse(10 * hour);
    expect((await notices.told(id)).filter((type) => type === 'notice-escalated')).toHaveLength(1);
    const approved = await area.act(id, 'approve', area.lead, { contentHash, happenedAt: new Date(read.getTime() + 60_000).toISOString(), lateReason: '断网' });
    expect(approved.body).toMatchObject({ status: 'approved' });
    expect((await notices.events(id)).at(-1)).toMatchObject({ type: 'notifications.notice-shown-on-time.v1', data: { level: 'responsible', promise: 'approve' } });
    const { body } = await notices.ask('GET /api/escalations', area.lead);
    expect(body.items).toMatchObject([{ object: { type: 'notice', id }, title: expect.stringContaining('“approval” was escalated'), laterOnTime: true }]);
    expect(await promisesOf(id)).toMatchObject([{ state: 'closed', overdue: false }]);
  });

  it('whoever it is escalated to answers it', async () => {
    await notices.untilMonday(9);
    const id = await area.submitted();
    await notices.elapse(49 * hour);
    const { body } = await notices.ask('GET /api/escalations', area.director);
    expect(body.items).toMatchObject([{ object: { id }, level: 'director', status: 'open' }]);
    expect((await notices.ask(`POST /api/escalations/${body.items[0].id}/acknowledge`, area.director)).body).toMatchObject({ status: 'acknowledged' });
  });

  it('a timer of before these clocks starts the clock that is missing, once', async () => {
    await notices.untilMonday(9);
    const id = await area.submitted();
    await notices.admin.query(`SET search_path = notifications`);
    await notices.admin.query(`DELETE FROM timer WHERE aggregate_id = $1`, [id]);
    await notices.admin.query(`DELETE FROM deadline WHERE aggregate_id = $1`, [id]);
    for (const level of ['approver', 'director'])
      await notices.admin.query(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES (gen_random_uuid(), 'notice-approval', $1, $2, date_trunc('milliseconds', platform.now()), 'set')`, [id, `notice-approval:${id}:2:${level}`]);
    await notices.elapse(49 * hour);
    expect((await notices.told(id)).filter((type) => type === 'notice-escalated')).toHaveLength(2);
  });
});
