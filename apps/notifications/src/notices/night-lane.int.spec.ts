import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { Neighbourhood } from './neighbourhood.fixture';
import { announced, NoticesUnderTest, type Told } from './notices.fixture';

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

/** Moves on to the next time the wall in Shanghai shows this hour. */
async function untilHour(wanted: number): Promise<void> {
  const now = await notices.now();
  const wall = (now.getTime() + 8 * hour) % (24 * hour);
  await notices.elapse((wanted * hour + 60_000 - wall + 24 * hour) % (24 * hour));
}
const atNight = async (more: object = {}, who = area.duty, headers: Record<string, string> = {}): Promise<Told> => {
  const from = (await notices.now()).toISOString();
  return notices.ask('POST /api/night-notices', who, { template: 'water-cut', placeId: area.buildings[0], from, ...more }, headers);
};
const kinds = async (personId: string) =>
  (await notices.rows<{ kind: string }>('SELECT kind FROM notification WHERE person_id = $1 ORDER BY recorded_at', [personId])).map(({ kind }) => kind);

describe('the night lane (W2.4)', () => {
  it('a duty officer releases a fixed text at once, to whoever lives at the place', async () => {
    const [near, far] = [await area.resident(area.homes[0]), await area.resident(area.homes[2])];
    await untilHour(2);
    const { status, body } = await atNight();
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'released', lane: 'night', approvedBy: null, reviewBy: expect.any(String), onPublicBoard: true, zh: { title: '临时停水通知' } });
    expect(body.zh.body).toMatch(/^1栋自 \d+月\d+日 02:01 起停水。/);
    expect(await kinds(near.personId)).toEqual(['notice-released']);
    expect(await kinds(far.personId)).toEqual([]);
    expect(await kinds(area.director.personId)).toContain('notice-to-review');
    expect(await notices.told(body.id)).toEqual(['notice-released']);
    expect((await notices.events(body.id))[0]!.data).toMatchObject({ lane: 'night', contentHash: body.contentHash, reviewBy: body.reviewBy });
  });

  it.each<[string, object, string, string, string]>([
    ['a text of one’s own', { zh: { title: '停水', body: '随便写' } }, '/zh', 'Unknown field', '不认识的字段'],
    ['a template that is not for the night', { template: 'planned-works' }, '/template', 'choose a template of the night', '请选择夜间模板'],
    ['an end before its start', { until: '2020-01-01T00:00:00Z' }, '/until', 'The end has to be after its start and lie ahead, by five years at most', '结束时间必须晚于开始时间和现在，且在五年之内'],
    ['an end in another century', { until: '2100-01-01T00:00:00Z' }, '/until', 'The end has to be after its start and lie ahead, by five years at most', '结束时间必须晚于开始时间和现在，且在五年之内'],
    ['a place nobody knows', { placeId: '01900000-0000-7000-8000-00000000dead' }, '/placeId', 'choose another place', '请重新选择地点'],
  ])('takes no %s', async (_, more, pointer, en, zh) => {
    await untilHour(2);
    expect((await atNight(more)).body).toMatchObject({ status: 400, errors: [{ pointer, message: en }] });
    expect((await atNight(more, area.duty, { 'accept-language': 'zh' })).body.errors[0].message).toBe(zh);
  });

  it('is the duty officer’s alone, and closed while the desk is there', async () => {
    await untilHour(2);
    for (const who of [area.writer, area.lead, area.director]) expect((await atNight({}, who)).status).toBe(403);
    const elsewhere = await Neighbourhood.open(notices);
    expect((await atNight({}, elsewhere.duty)).status).toBe(403);
    await untilHour(10);
    expect((await atNight()).body).toMatchObject({ status: 409, code: 'night-lane-closed', title: 'The night lane is closed' });
    expect((await atNight({}, area.duty, { 'accept-language': 'zh' })).body.title).toBe('夜间通道未开放');
  });

  it('goes by the hours the site has set for its desk, closed over its midday, too', async () => {
    const shifts = [{ from: '12:00', to: '14:00' }, { from: '16:00', to: '18:00' }];
    const hours = { workday: shifts, saturday: shifts, sunday: shifts, holiday: shifts };
    const row = { rowId: newId(), siteId: area.siteId, source: { zh: '决议', en: 'decision' }, effectiveFrom: '2020-01-01T00:00:00.000Z' };
    await notices.hear(announced('directory.service-hours-set.v1', newId(), area.siteId, { ...row, function: 'desk', hours }));
    await untilHour(10);
    // The process keeps the rules for two seconds.
    await waitFor(async () => (await atNight()).status === 201, { what: 'a release by the new hours' });
    for (const [hourOfDay, status] of [[13, 409], [15, 409], [18, 201]] as const) {
      await untilHour(hourOfDay);
      expect({ hourOfDay, status: (await atNight()).status }).toEqual({ hourOfDay, status });
    }
  });

  it('the director reviews it once; then nobody is reminded', async () => {
    await untilHour(2);
    const { id } = (await atNight()).body;
    expect((await area.act(id, 'review', area.lead, { verdict: 'accepted' })).status).toBe(403);
    expect((await area.act(id, 'review', area.director, { verdict: 'accepted' })).body).toMatchObject({ verdict: 'accepted', status: 'released' });
    expect(await area.act(id, 'review', area.director, { verdict: 'accepted' })).toMatchObject({ status: 409, body: { code: 'no-review-open', title: 'There is nothing to review' } });
    expect((await area.act(id, 'review', area.director, { verdict: 'accepted' }, { 'accept-language': 'zh' })).body.title).toBe('没有待复核的内容');
    const told = await notices.told(id);
    await notices.elapse(30 * hour);
    expect(await notices.told(id)).toEqual(told);
  });

  it('an objection says why, and its officer hears it', async () => {
    await untilHour(2);
    const { id } = (await atNight()).body;
    expect((await area.act(id, 'review', area.director, { verdict: 'objected' })).body).toMatchObject({ status: 400, code: 'objection-needs-remarks', errors: [{ message: 'say what you object to' }] });
    expect((await area.act(id, 'review', area.director, { verdict: 'objected' }, { 'accept-language': 'zh' })).body.title).toBe('请说明异议');
    await area.moved(id, 'review', area.director, { verdict: 'objected', remarks: '地点写错了' });
    expect(await kinds(area.duty.personId)).toContain('notice-objected');
    expect((await area.act(id, 'withdraw', area.director, { reason: '地点写错了' })).body.status).toBe('withdrawn');
  });

  it('nobody reviews what they released, though they are the director, too (G1)', async () => {
    await untilHour(2);
    const { id } = (await atNight()).body;
    const both = area.holding('director', { personId: area.duty.personId });
    expect(await area.act(id, 'review', both, { verdict: 'accepted' })).toMatchObject({ status: 403, body: { code: 'review-needs-another', title: 'Nobody reviews what they released themselves' } });
    expect((await area.act(id, 'review', both, { verdict: 'accepted' }, { 'accept-language': 'zh' })).body.title).toBe('不能复核自己发布的公告');
  });

  it('unreviewed, the director is reminded the same day, then the company hears after 24 hours; each once, nobody skipped in silence', async () => {
    const company = area.holding('company');
    await untilHour(2);
    const { id } = (await atNight()).body;
    await notices.elapse(21 * hour);
    expect((await notices.events(id)).at(-1)).toMatchObject({
      type: 'notifications.notice-escalated.v1',
      data: { level: 'responsible', class: 'night-notice', promise: 'review', told: [{ personId: area.director.personId }] },
    });
    expect(await kinds(area.director.personId)).toEqual(['notice-to-review', 'promise-late']);
    await notices.elapse(12 * hour);
    expect((await notices.events(id)).at(-1)).toMatchObject({ data: { level: 'company', told: [], outcome: 'nobody-on-duty' } });
    await area.hired(company);
    await untilHour(2);
    const { id: other } = (await atNight()).body ?? {};
    expect(other).toBeDefined();
    await notices.elapse(33 * hour);
    expect(await kinds(company.personId)).toEqual(['promise-late']);
    expect((await notices.told(other)).filter((type) => type === 'notice-escalated')).toHaveLength(2);
    await notices.elapse(48 * hour);
    expect((await notices.told(other)).filter((type) => type === 'notice-escalated')).toHaveLength(2);
  });

  it('what is not of the night has no review', async () => {
    const id = await area.released();
    expect((await area.act(id, 'review', area.director, { verdict: 'accepted' })).body).toMatchObject({ code: 'no-review-open' });
  });
});
