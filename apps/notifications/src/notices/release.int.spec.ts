import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest } from './notices.fixture';

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

const ahead = async (ms: number): Promise<string> => new Date((await notices.now()).getTime() + ms).toISOString();
const recipients = (id: string) =>
  notices.rows<{ person_id: string; channel: string; building_id: string }>('SELECT person_id, channel, building_id FROM notice_recipient WHERE notice_id = $1', [id]);
const slips = async (id: string) => (await notices.rows<{ home_id: string }>('SELECT home_id FROM notice_slip WHERE notice_id = $1', [id])).map(({ home_id }) => home_id);

/** Statements of the transaction that made the one named, without those of the service's loops on other connections. */
function transactionOf({ mock }: { mock: jest.MockContext<unknown, unknown[]> }, made: string): string[] {
  const said = mock.calls.map(([query]) => (typeof query === 'string' ? query : (query as { text: string }).text));
  const at = said.findIndex((text) => text.includes(made));
  const own = said.map((text, index) => ({ text, index })).filter(({ index }) => mock.contexts[index] === mock.contexts[at]);
  const begun = own.findLast(({ text, index }) => index < at && text === 'BEGIN')!;
  const ended = own.find(({ text, index }) => index > at && text === 'COMMIT')!;
  return own.filter(({ index }) => index >= begun.index && index <= ended.index).map(({ text }) => text);
}

describe('what is released is what was approved, byte for byte (W2.4)', () => {
  it('archives are told those bytes, under the title they say (W4.5)', async () => {
    const id = await area.released();
    const [kept] = await notices.rows<{ content: string; hash: string }>('SELECT content, content_hash AS hash FROM notice WHERE id = $1', [id]);
    const { matters } = await notices.part(ReadRecordMattersController).read({ ids: [id] });
    expect(matters).toMatchObject([{ id, text: kept!.content, title: JSON.parse(kept!.content).zh.title, confidentiality: 'open' }]);
    expect(createHash('sha256').update(matters[0]!.text!).digest('hex')).toBe(kept!.hash);
    expect(matters[0]!.trail.map(({ type }) => type.split('.')[1])).toEqual(['notice-drafted', 'notice-submitted', 'notice-approved', 'notice-released']);
    const now = (await notices.now()).getTime();
    const { events } = await notices.part(ReadRecordEventsController).read({ siteId: area.siteId, from: new Date(now - hour), to: new Date(now + hour) });
    expect(events).toMatchObject([{ type: 'notifications.notice-released.v1', subject: id }]);
  });

  it('the bytes of the released notice have the approved hash', async () => {
    const id = await area.approved();
    const [before] = await notices.rows<{ content: string }>('SELECT content FROM notice WHERE id = $1', [id]);
    await area.moved(id, 'release', area.writer);
    const [after] = await notices.rows<{ content: string; hash: string }>(
      `SELECT content, encode(sha256(convert_to(content, 'UTF8')), 'hex') AS hash FROM notice WHERE id = $1`,
      [id],
    );
    expect(after!.content).toBe(before!.content);
    const approved = (await notices.events(id)).find(({ type }) => type === 'notifications.notice-approved.v1')!;
    expect(approved.data.contentHash).toBe(after!.hash);
  });

  it.each([
    ['the text', `UPDATE notifications.notice SET content = replace(content, '9:00', '8:00') WHERE id = $1`],
    [
      'the text and its hash',
      `UPDATE notifications.notice SET content = replace(content, '9:00', '8:00'),
         content_hash = encode(sha256(convert_to(replace(content, '9:00', '8:00'), 'UTF8')), 'hex') WHERE id = $1`,
    ],
  ])('whoever changed %s behind its back is found out: it does not go out', async (_, sql) => {
    const id = await area.approved();
    await notices.admin.query(sql, [id]);
    expect(await area.act(id, 'release', area.writer)).toMatchObject({ status: 409, body: { code: 'notice-altered' } });
    const chinese = await area.act(id, 'release', area.writer, {}, { 'accept-language': 'zh' });
    expect(chinese.body.title).toBe('公告内容与审核通过的不一致');
    expect(await area.status(id)).toBe('approved');
  });
});

describe('a release reaches its audience', () => {
  it('everybody who lives there and can sign in, each once, and a slip for homes nobody reaches', async () => {
    const one = await area.resident(area.homes[0]);
    const other = await area.resident(area.homes[2]);
    await area.tied(one, area.homes[3]);
    await area.resident(area.homes[1], { account: false });
    const id = await area.released();
    expect((await recipients(id)).map(({ person_id, channel, building_id }) => [person_id, channel, building_id]).sort()).toEqual(
      [
        [one.personId, 'in-app', expect.any(String)],
        [other.personId, 'in-app', area.buildings[1]],
      ].sort(),
    );
    expect(await slips(id)).toEqual([area.homes[1]]);
  });

  it('by building, entrance, home and role', async () => {
    const residents = await Promise.all(area.homes.map((home) => area.resident(home)));
    const technician = area.holding('technician');
    await area.hired(technician);
    const reached = async (audience: object[]) => (await recipients(await area.released({ audience }))).map(({ person_id }) => person_id).sort();
    const idsOf = (people: Array<{ personId: string }>) => people.map(({ personId }) => personId).sort();
    expect(await reached([{ scope: 'building', placeId: area.buildings[0] }])).toEqual(idsOf(residents.slice(0, 2)));
    expect(await reached([{ scope: 'entrance', placeId: area.entrances[1] }])).toEqual(idsOf(residents.slice(2)));
    expect(await reached([{ scope: 'home', placeId: area.homes[3] }])).toEqual(idsOf(residents.slice(3)));
    expect(await reached([{ scope: 'role', role: 'technician' }, { scope: 'home', placeId: area.homes[0] }])).toEqual(idsOf([residents[0]!, technician]));
  });

  it('not who moved out, nor whose account is closed', async () => {
    const gone = await area.resident(area.homes[0]);
    await area.tied(area.holding('resident', { personId: gone.personId }), area.homes[0], '2021-01-01T00:00:00.000Z');
    const past = area.holding('resident');
    await area.account(past);
    await area.tied(past, area.homes[1], '2021-01-01T00:00:00.000Z');
    const id = await area.released();
    expect((await recipients(id)).map(({ person_id }) => person_id)).toEqual([gone.personId]);
  });

  it('in as many statements for 3,000 households as for three', async () => {
    const statements = async (homes: number): Promise<{ count: number; people: number }> => {
      const place = await Neighbourhood.open(notices);
      await crowd(place, homes);
      const id = await place.approved();
      const spy = jest.spyOn(Client.prototype, 'query');
      await place.moved(id, 'release', place.writer);
      const count = transactionOf(spy, 'INSERT INTO notice_recipient').length;
      spy.mockRestore();
      return { count, people: (await recipients(id)).length };
    };
    const few = await statements(3);
    const many = await statements(3_000);
    expect([few.people, many.people]).toEqual([3, 3_000]);
    expect(many.count).toBe(few.count);
    expect(few.count).toBeGreaterThan(5);
  }, 60_000);
});

describe('a notice at a time', () => {
  it('goes out by its timer, once, and expires by another', async () => {
    await area.resident(area.homes[0]);
    const id = await area.approved({ validUntil: await ahead(5 * hour) });
    expect((await area.act(id, 'schedule', area.writer, { releaseAt: await ahead(hour) })).body).toMatchObject({ status: 'scheduled' });
    await notices.elapse(hour / 2);
    expect(await area.status(id)).toBe('scheduled');
    await notices.elapse(hour);
    expect(await area.status(id)).toBe('released');
    expect(await recipients(id)).toHaveLength(1);
    await notices.elapse(5 * hour);
    expect((await area.read(id)).body).toMatchObject({ status: 'expired', endedAt: expect.any(String) });
    expect(await notices.told(id)).toEqual(['notice-drafted', 'notice-submitted', 'notice-approved', 'notice-scheduled', 'notice-released', 'notice-expired']);
  });

  it('at another time than first said, or not at all', async () => {
    const id = await area.approved();
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(hour) });
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(3 * hour) });
    await notices.elapse(2 * hour);
    expect(await area.status(id)).toBe('scheduled');
    expect((await area.act(id, 'unschedule', area.writer)).body).toMatchObject({ status: 'approved', releaseAt: null });
    await notices.elapse(2 * hour);
    expect(await area.status(id)).toBe('approved');
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(hour) });
    await notices.elapse(hour);
    expect(await area.status(id)).toBe('released');
  });

  it.each(['release', 'withdraw'])('a timer that falls due after somebody did %s changes nothing', async (verb) => {
    const id = await area.approved();
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(hour) });
    await area.moved(id, verb, area.lead, verb === 'withdraw' ? { reason: '取消' } : {});
    const told = await notices.told(id);
    await notices.elapse(2 * hour);
    expect(await notices.told(id)).toEqual(told);
  });

  it.each([[0], [1]])('release by hand and by the timer at once is one release (%d first)', async (first) => {
    const id = await area.approved();
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(hour) });
    await notices.admin.query(`UPDATE platform.test_clock SET ahead = ahead + interval '61 minutes'`);
    const racing = [() => area.act(id, 'release', area.writer), () => notices.runtime.timers.fireDue()];
    await Promise.all([racing[first]!(), racing[1 - first]!()]);
    expect((await notices.told(id)).filter((type) => type === 'notice-released')).toHaveLength(1);
  });

  it.each([[0], [1]])('a withdrawal and the timer at once: withdrawn in the end (%d first)', async (first) => {
    const id = await area.approved();
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(hour) });
    await notices.admin.query(`UPDATE platform.test_clock SET ahead = ahead + interval '61 minutes'`);
    const racing = [() => area.act(id, 'withdraw', area.lead, { reason: '取消' }), () => notices.runtime.timers.fireDue()];
    await Promise.all([racing[first]!(), racing[1 - first]!()]);
    expect(await area.status(id)).toBe('withdrawn');
  });

  it('after an outage that outlasted it, nobody is told any more', async () => {
    await area.resident(area.homes[0]);
    const id = await area.approved({ validUntil: await ahead(2 * hour) });
    await area.moved(id, 'schedule', area.writer, { releaseAt: await ahead(hour) });
    await notices.later(10 * 3_600);
    expect(await area.status(id)).toBe('expired');
    expect(await recipients(id)).toEqual([]);
  });

  it.each([
    ['schedule', 'in the past', async () => ({ releaseAt: await ahead(-hour) }), '/releaseAt', 'it must lie ahead, by five years at most', '应晚于现在，且在五年之内'],
    ['schedule', 'in another century', async () => ({ releaseAt: '2100-01-01T00:00:00Z' }), '/releaseAt', 'it must lie ahead, by five years at most', '应晚于现在，且在五年之内'],
    ['schedule', 'after its validity', async () => ({ releaseAt: await ahead(3 * hour) }), '/releaseAt', 'The release has to be before the end of its validity', '发布时间必须早于有效期'],
  ])('%s refuses a time %s', async (verb, _, body, pointer, en, zh) => {
    const id = await area.approved({ validUntil: await ahead(2 * hour) });
    const said = await body();
    expect((await area.act(id, verb, area.writer, said)).body).toMatchObject({ status: 400, code: 'notice-time-wrong', errors: [{ pointer, message: en }] });
    expect((await area.act(id, verb, area.writer, said, { 'accept-language': 'zh' })).body.errors[0].message).toBe(zh);
  });

  it('past its validity it is neither drafted nor released', async () => {
    expect((await area.draft({ validUntil: await ahead(-1) })).body).toMatchObject({ code: 'notice-time-wrong', errors: [{ pointer: '/validUntil' }] });
    expect((await area.draft({ validUntil: '2100-01-01T00:00:00Z' })).body).toMatchObject({ code: 'notice-time-wrong', errors: [{ pointer: '/validUntil' }] });
    const id = await area.approved({ validUntil: await ahead(hour) });
    await notices.elapse(2 * hour);
    expect((await area.act(id, 'release', area.writer)).body).toMatchObject({ status: 409, code: 'notice-out-of-date', title: 'The notice is past its validity' });
    expect((await area.act(id, 'release', area.writer, {}, { 'accept-language': 'zh' })).body.title).toBe('公告已过有效期');
  });
});

describe('a correction is a new edition', () => {
  const correction = (more: object = {}) => area.contentOf({ zh: { title: '停水通知', body: '改为后天停水。' }, whatChanged: '日期改为后天', ...more });

  it('takes the same road, says what changed, and stands in the place of the old one when it is out', async () => {
    const reader = await area.resident(area.homes[0]);
    const old = await area.released();
    const made = await area.act(old, 'correct', area.writer, correction());
    expect(made).toMatchObject({ status: 201, body: { edition: 2, correctsId: old, whatChanged: '日期改为后天', status: 'draft' } });
    const id = made.body.id as string;
    expect(made.body.number).toBe((await area.read(old)).body.number);
    expect(await area.status(old)).toBe('released');
    await area.moved(id, 'submit', area.writer);
    expect((await area.approve(id)).status).toBe(200);
    await area.moved(id, 'release', area.writer);
    expect((await area.read(old)).body).toMatchObject({ status: 'corrected', correctedById: id });
    expect((await area.read(id, reader)).body).toMatchObject({ edition: 2, whatChanged: '日期改为后天' });
    expect((await notices.events(old)).at(-1)).toMatchObject({ type: 'notifications.notice-corrected.v1', data: { correctedById: id } });
  });

  it('has to say what changed', async () => {
    const old = await area.released();
    expect((await area.act(old, 'correct', area.writer, area.contentOf())).body).toMatchObject({ status: 400, errors: [{ pointer: '/whatChanged' }] });
  });

  it('is one at a time, whoever begins first', async () => {
    const old = await area.released();
    const both = await Promise.all([area.act(old, 'correct', area.writer, correction()), area.act(old, 'correct', area.lead, correction())]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('correction-under-way');
    const chinese = await area.act(old, 'correct', area.writer, correction(), { 'accept-language': 'zh' });
    expect(chinese.body.title).toBe('已有更正版本在处理中');
    await area.moved(both.find(({ status }) => status === 201)!.body.id, 'discard', area.writer);
    expect((await area.act(old, 'correct', area.writer, correction())).body).toMatchObject({ edition: 3 });
  });

  it('of one that was withdrawn meanwhile goes out and leaves it withdrawn', async () => {
    const old = await area.released();
    const { body } = await area.act(old, 'correct', area.writer, correction());
    await area.moved(body.id, 'submit', area.writer);
    await area.approve(body.id);
    await area.moved(old, 'withdraw', area.lead, { reason: '有误' });
    await area.moved(body.id, 'release', area.writer);
    expect([await area.status(old), await area.status(body.id)]).toEqual(['withdrawn', 'released']);
  });

  it('of what is not out is no correction', async () => {
    const id = await area.approved();
    expect((await area.act(id, 'correct', area.writer, correction())).body).toMatchObject({ code: 'notice-move-illegal' });
  });
});

/** Homes of one building, each with one person who can sign in. */
async function crowd({ siteId, buildings }: Neighbourhood, homes: number): Promise<void> {
  const set = (sql: string) => notices.admin.query(sql, [siteId, buildings[0], homes]);
  await set(`INSERT INTO notifications.notice_place SELECT gen_random_uuid(), $1, 'home', $2, $2, 'home ' || n, 'home ' || n, NULL FROM generate_series(1, $3) n`);
  await set(`INSERT INTO notifications.notice_tie SELECT gen_random_uuid(), gen_random_uuid(), id, '2020-01-01', NULL
    FROM notifications.notice_place WHERE site_id = $1 AND building_id = $2 AND label LIKE 'home %' LIMIT $3`);
  await notices.admin.query(
    `INSERT INTO notifications.notice_account SELECT gen_random_uuid(), person_id, false FROM notifications.notice_tie t
     JOIN notifications.notice_place p ON p.id = t.home_id WHERE p.site_id = $1 AND p.label LIKE 'home %'`,
    [siteId],
  );
}
