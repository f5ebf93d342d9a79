import { mostSlipsNamed } from '@property-office/contracts';
import { waitFor } from '@property-office/testing';
import { Deliveries, settle, type LeasedDelivery } from '../persistence/deliveries';
import { Neighbourhood } from './neighbourhood.fixture';
import { announced, NoticesUnderTest } from './notices.fixture';
import { Notice } from './persistence/notice.entity';
import { addSlips } from './persistence/recipients';

let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

const recipients = async (id: string) => (await notices.rows<{ person_id: string }>('SELECT person_id FROM notice_recipient WHERE notice_id = $1', [id])).map(({ person_id }) => person_id);
const slips = async (id: string) => (await notices.rows<{ home_id: string }>('SELECT home_id FROM notice_slip WHERE notice_id = $1', [id])).map(({ home_id }) => home_id);

const chosen = (who: { personId: string }, ...channels: string[]) =>
  notices.rows(`INSERT INTO notification_settings (person_id, wechat_cipher, channels, language, version, changed_at) VALUES ($1, 'sealed', $2, 'zh', 1, now())`, [
    who.personId,
    JSON.stringify({ notices: channels }),
  ]);

const failed = { outcome: 'permanent', tookMs: 1 } as const;

async function leased({ personId }: { personId: string }, channel: string): Promise<LeasedDelivery> {
  const [held] = await notices.rows<LeasedDelivery & Record<string, unknown>>(
    `UPDATE delivery SET lease = gen_random_uuid(), leased_until = 'infinity' WHERE person_id = $1 AND channel = $2 RETURNING id, lease, attempts, person_id AS "personId", content_type AS "contentType", content`,
    [personId, channel],
  );
  return held!;
}

async function givenUp(who: { personId: string }, channel: string): Promise<void> {
  expect(await notices.part(Deliveries).settle(await leased(who, channel), failed, { state: 'failed' })).toBe(true);
}

describe('homes no channel reaches (W2.4)', () => {
  it('have a slip, too, where it turns out so after the release; none while another may yet, nor where somebody else of the home is reached', async () => {
    const [lost, twice, otherwise] = [await area.resident(area.homes[0], { account: false }), await area.resident(area.homes[1], { account: false }), await area.resident(area.homes[2], { account: false })];
    await area.resident(area.homes[2]);
    for (const who of [lost, otherwise]) await chosen(who, 'sms');
    await chosen(twice, 'sms', 'wechat');
    const id = await area.released({ channels: ['sms', 'wechat', 'in-app', 'door-slip'] });
    expect(await slips(id)).toEqual([area.homes[3]]);
    for (const who of [lost, twice, otherwise]) await givenUp(who, 'sms');
    expect((await slips(id)).sort()).toEqual([area.homes[0], area.homes[3]].sort());
    await givenUp(twice, 'wechat');
    expect((await slips(id)).sort()).toEqual([area.homes[0], area.homes[1], area.homes[3]].sort());
  });

  it('have one, too, where the two channels of somebody are given up at once', async () => {
    const twice = await area.resident(area.homes[1], { account: false });
    await chosen(twice, 'sms', 'wechat');
    const id = await area.released({ channels: ['sms', 'wechat', 'door-slip'] });
    let isOver = false;
    const sms = await leased(twice, 'sms');
    const other = await notices.transaction(async (tx) => {
      await settle(tx, sms, failed, { state: 'failed' });
      await addSlips(tx, await tx.manager.findOneByOrFail(Notice, { id }), twice.personId);
      // It looks whom SMS reaches while that is not committed yet: now, or when it is.
      const begun = givenUp(twice, 'wechat').finally(() => (isOver = true));
      const waiting = 'SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
      await waitFor(async () => isOver || (await tx.query<{ n: number }>(waiting))[0]!.n > 0, { what: 'the other failure' });
      return { begun };
    });
    await other.begun;
    expect(await slips(id)).toContain(area.homes[1]);
  });

  it('are those of whom only SMS is chosen and no telephone number is held, before and after the release', async () => {
    const [known, unknown, none] = [await area.resident(area.homes[0], { account: false }), await area.resident(area.homes[1], { account: false }), await area.resident(area.homes[2], { account: false })];
    for (const { personId } of [known, unknown, none])
      await notices.rows(`INSERT INTO notification_settings (person_id, channels, language, version, changed_at) VALUES ($1, '{"notices": ["sms"]}', 'zh', 1, now())`, [personId]);
    const says = (who: { personId: string }, hasPhone: boolean) =>
      notices.hear(announced('directory.person-registered.v1', who.personId, area.siteId, { personId: who.personId, hasPhone }), ['notifications__phones_v1']);
    await says(known, true);
    await says(none, false);
    const id = await area.approved({ channels: ['sms', 'door-slip'] });
    const { body } = await notices.ask(`GET /api/notices/${id}/audience`, area.writer);
    expect(body).toMatchObject({ channels: [{ channel: 'sms', people: 2 }] });
    await area.moved(id, 'release', area.writer);
    expect((await recipients(id)).sort()).toEqual([known.personId, unknown.personId].sort());
    expect(await slips(id)).toEqual(expect.arrayContaining([area.homes[2], area.homes[3]]));
  });

  it('are marked off as slips are left, each once, by whoever was at the doors', async () => {
    const id = await area.released({ channels: ['in-app', 'door-slip'] });
    const figures = async () => (await notices.ask(`GET /api/notices/${id}/figures`, area.writer)).body;
    const leave = (body: object = {}, who = area.writer) => area.act(id, 'leave-slips', who, body);
    expect(await figures()).toMatchObject({ slips: 4, slipsLeft: 0 });
    const now = (await notices.now()).getTime();
    const at = (ms: number) => new Date(now + ms).toISOString();
    expect((await leave({ homeIds: [area.homes[0]] })).body).toEqual({ slips: 4, left: 1 });
    expect((await leave({ homeIds: [area.homes[0], area.homes[1]] })).body).toEqual({ slips: 4, left: 2 });
    const other = await Neighbourhood.open(notices);
    expect(await leave({ homeIds: [area.homes[2], other.homes[0]] })).toMatchObject({ status: 400, body: { code: 'notice-slip-unknown', errors: [{ pointer: '/homeIds/1' }] } });
    expect((await leave({ all: true }, other.writer)).status).toBe(404);
    expect((await leave({ homeIds: [area.homes[2]], happenedAt: at(-60_000) })).status).toBe(400);
    for (const unnamed of [{}, { all: false }, { all: true, homeIds: [area.homes[2]] }])
      expect(await leave(unnamed)).toMatchObject({ status: 400, body: { code: 'notice-slips-unnamed', errors: [{ pointer: '/homeIds' }] } });
    const shown = (await notices.ask(`GET /api/notices/${id}/audience`, area.writer)).body.unreachedHomes as Array<{ homeId: string; leftAt: string | null }>;
    expect(shown.filter(({ leftAt }) => leftAt !== null).map(({ homeId }) => homeId).sort()).toEqual([area.homes[0], area.homes[1]].sort());
    expect((await leave({ all: true })).body).toEqual({ slips: 4, left: 4 });
    expect((await leave({ all: true })).body).toEqual({ slips: 4, left: 4 });
    expect(await figures()).toMatchObject({ slips: 4, slipsLeft: 4 });
    const said = (await notices.events(id)).filter(({ type }) => type === 'notifications.notice-slips-left.v1');
    expect(said.map(({ data }) => data)).toMatchObject([{ homes: 1, homeIds: [area.homes[0]] }, { homes: 1, homeIds: [area.homes[1]] }, { homes: 2, homeIds: expect.arrayContaining(area.homes.slice(2)) }]);
    expect(await leave({ homeIds: [] })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/homeIds' }] } });
    const reach = await notices.ask(`GET /api/statistics/notice-reach?siteId=${area.siteId}&from=${at(-3_600_000)}&to=${at(3_600_000)}`, area.director);
    expect(reach.body.items[0]).toMatchObject({ slips: 4, slipsLeft: 4 });
    expect(await area.act(await area.drafted(), 'leave-slips', area.writer, { all: true })).toMatchObject({ status: 409, body: { code: 'notice-move-illegal' } });
  });

  it('are named home by home, of many in several events: each is a message, and a correction says of which they were (G3)', async () => {
    const id = await area.released({ channels: ['in-app', 'door-slip'] });
    await notices.rows('INSERT INTO notice_slip (notice_id, home_id) SELECT $1, gen_random_uuid() FROM generate_series(1, $2)', [id, mostSlipsNamed]);
    const version = async () => (await area.read(id)).body.version as number;
    const before = await version();
    expect((await area.act(id, 'leave-slips', area.writer, { all: true })).body).toEqual({ slips: mostSlipsNamed + 4, left: mostSlipsNamed + 4 });
    const said = (await notices.events(id)).filter(({ type }) => type === 'notifications.notice-slips-left.v1').map(({ data }) => data as { homes: number; homeIds: string[] });
    expect(said.map(({ homes, homeIds }) => [homes, homeIds.length])).toEqual([[mostSlipsNamed, mostSlipsNamed], [4, 4]]);
    expect(new Set(said.flatMap(({ homeIds }) => homeIds)).size).toBe(mostSlipsNamed + 4);
    expect(await version()).toBe(before + 2);
  });

  it('are printed until their slip is left, and again where that was recorded by mistake (G3)', async () => {
    const id = await area.released({ channels: ['in-app', 'door-slip'] });
    const printed = async () => [...(await notices.ask(`GET /api/notices/${id}/slips`, area.writer)).text.matchAll(/class="to">([^<]+)</g)].map(([, label]) => label);
    const correct = (homeIds: string[], more: object = {}) => area.act(id, 'correct-slips', area.writer, { homeIds, reason: '记错了楼栋', ...more });
    expect(await printed()).toEqual(['1栋1单元101', '1栋1单元102', '2栋1单元101', '2栋1单元102']);
    await area.moved(id, 'leave-slips', area.writer, { homeIds: area.homes.slice(0, 3) });
    expect(await printed()).toEqual(['2栋1单元102']);
    expect(await correct([area.homes[0], area.siteId])).toMatchObject({ status: 400, body: { code: 'notice-slip-unknown', errors: [{ pointer: '/homeIds/1' }] } });
    expect(await correct([area.homes[0]], { reason: '' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    expect(await correct([area.homes[0], area.homes[3]])).toMatchObject({ status: 400, body: { code: 'notice-slip-not-left', errors: [{ pointer: '/homeIds/1' }] } });
    for (const _ of ['once', 'twice']) expect((await correct([area.homes[0]])).body).toEqual({ slips: 4, left: 2 });
    expect(await printed()).toEqual(['1栋1单元101', '2栋1单元102']);
    const said = (await notices.events(id)).filter(({ type }) => type === 'notifications.notice-slips-corrected.v1');
    expect(said.map(({ data }) => data)).toMatchObject([{ homes: 1, homeIds: [area.homes[0]], reason: '记错了楼栋' }]);
    expect(await correct([])).toMatchObject({ status: 400, body: { errors: [{ pointer: '/homeIds' }] } });
    expect((await area.act(id, 'leave-slips', area.writer, { all: true })).body).toEqual({ slips: 4, left: 4 });
    expect((await notices.ask(`GET /api/notices/${id}/slips`, area.writer)).text).toContain('已全部送达');
    // Whoever found one reads under the same door that it no longer holds.
    await area.moved(id, 'withdraw', area.lead, { reason: '改期' });
    expect(await printed()).toHaveLength(4);
    expect(await correct([area.homes[0]])).toMatchObject({ status: 409, body: { code: 'notice-move-illegal' } });
  });

  it('are listed page by page, which goes on where it was though slips were left meanwhile', async () => {
    const id = await area.released({ channels: ['in-app', 'door-slip'] });
    const page = async (query: string, who = area.writer) => (await notices.ask(`GET /api/notices/${id}/unreached-homes?${query}`, who)).body as { items: Array<{ homeId: string }>; nextCursor: string | null };
    const homesOf = ({ items }: { items: Array<{ homeId: string }> }) => items.map(({ homeId }) => homeId);
    const first = await page('limit=2&left=false');
    expect(homesOf(first)).toEqual(area.homes.slice(0, 2));
    await area.moved(id, 'leave-slips', area.writer, { homeIds: area.homes.slice(0, 2) });
    const next = await page(`limit=2&left=false&cursor=${first.nextCursor}`);
    expect([homesOf(next), next.nextCursor]).toEqual([area.homes.slice(2), null]);
    expect([homesOf(await page('left=true')), homesOf(await page('limit=3'))]).toEqual([area.homes.slice(0, 2), area.homes.slice(0, 3)]);
    expect((await notices.ask(`GET /api/notices/${id}/unreached-homes`, (await Neighbourhood.open(notices)).writer)).status).toBe(404);
  });

  it('go on page by page though the one where it was is reached by now, before the release', async () => {
    const id = await area.drafted({ channels: ['in-app', 'door-slip'] });
    const page = async (query: string) => (await notices.ask(`GET /api/notices/${id}/unreached-homes?${query}`, area.writer)).body as { items: Array<{ homeId: string }>; nextCursor: string | null };
    const first = await page('limit=2');
    await area.resident(area.homes[1]);
    const next = await page(`limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...next.items].map(({ homeId }) => homeId)).toEqual(area.homes);
    expect(next.nextCursor).toBeNull();
  });

  it('are found by the number of the home, and show what its household wishes and what was corrected', async () => {
    const id = await area.released({ channels: ['in-app', 'door-slip'] });
    const data = { homeId: area.homes[2], noPhone: true, wishes: '听力不好，请按两次门铃', contactId: null, urgentBySms: false };
    await notices.hear(announced('directory.home-care-changed.v1', area.homes[2], area.siteId, data), ['notifications__home_care_v1']);
    const found = async (q: string) => (await notices.ask(`GET /api/notices/${id}/unreached-homes?q=${encodeURIComponent(q)}`, area.writer)).body.items as Array<Record<string, unknown>>;
    expect((await found('101')).map(({ homeId }) => homeId)).toEqual([area.homes[0], area.homes[2]]);
    expect((await found('2栋')).map(({ homeId }) => homeId)).toEqual(area.homes.slice(2));
    expect(await found('，')).toEqual([]);
    expect(await found('1栋1单元101')).toMatchObject([{ homeId: area.homes[0], leftAt: null, correctedAt: null, door: null }]);
    await area.moved(id, 'leave-slips', area.writer, { homeIds: [area.homes[2]] });
    await area.moved(id, 'correct-slips', area.writer, { homeIds: [area.homes[2]], reason: '记错了楼栋' });
    expect(await found('2栋1单元101')).toMatchObject([
      { homeId: area.homes[2], leftAt: null, correctedAt: expect.any(String), door: { wishes: '听力不好，请按两次门铃', noPhone: true, hasContact: false } },
    ]);
    expect((await notices.ask(`GET /api/notices/${id}/slips`, area.writer)).text).toMatch(/送达须知[^]*2栋1单元101[^]*请按两次门铃[^]*<section/);
  });

  it('were left when they were, though the notice was read out again or has expired since', async () => {
    const id = await area.released({ channels: ['in-app', 'door-slip'] });
    const left = (await notices.now()).getTime();
    await notices.rows(`UPDATE notice SET last_happened_at = last_happened_at + interval '1 hour' WHERE id = $1`, [id]);
    const happenedAt = new Date(left).toISOString();
    expect(await area.act(id, 'leave-slips', area.writer, { homeIds: [area.homes[0]], happenedAt })).toMatchObject({ status: 200, body: { left: 1 } });
    const { body } = await notices.ask(`GET /api/notices/${id}/audience`, area.writer);
    expect((body.unreachedHomes as object[]).find((home) => 'homeId' in home && home.homeId === area.homes[0])).toMatchObject({ leftAt: happenedAt });
  });
});

describe('an outage or danger designated for SMS (W2.4)', () => {
  const asked = ({ personId }: { personId: string }) =>
    notices.rows(`INSERT INTO notification_settings (person_id, channels, language, version, changed_at, urgent_by_sms) VALUES ($1, '{"notices": ["email"]}', 'zh', 1, now(), true)`, [personId]);
  const hasPhone = (who: { personId: string }, known: boolean) =>
    notices.hear(announced('directory.person-registered.v1', who.personId, area.siteId, { personId: who.personId, hasPhone: known }), ['notifications__phones_v1']);
  const texted = async (id: string) =>
    (await notices.rows<{ person_id: string; urgent: boolean }>(`SELECT person_id, urgent FROM delivery WHERE channel = 'sms' AND content ->> 'noticeId' = $1`, [id])).map((row) => [row.person_id, row.urgent]);
  const someone = (home: 0 | 1 | 2 | 3) => area.resident(area.homes[home], { account: false });

  it.each(['outage', 'safety'])('%s reaches residents with a number who asked for these, whatever they chose for notices, at any hour; the others get a slip', async (kind) => {
    const [never, otherwise, wanted, numberless] = [await someone(0), await someone(1), await someone(2), await someone(3)];
    await chosen(otherwise);
    for (const who of [wanted, numberless]) await asked(who);
    await hasPhone(never, true);
    await hasPhone(numberless, false);
    const id = await area.approved({ channels: ['sms', 'door-slip'] }, kind);
    expect((await notices.ask(`GET /api/notices/${id}/audience`, area.writer)).body).toMatchObject({ channels: [{ channel: 'sms', people: 1 }], unreached: 3 });
    await area.moved(id, 'release', area.writer);
    expect(await texted(id)).toEqual([[wanted.personId, true]]);
    expect((await slips(id)).sort()).toEqual([area.homes[0], area.homes[1], area.homes[3]].sort());
  });

  it('reaches by SMS the household that asked the desk for it, and of it nobody who refused', async () => {
    const [without, unsaid, refused, neighbour] = [await someone(0), await someone(0), await someone(0), await someone(1)];
    for (const who of [unsaid, refused]) await chosen(who);
    await notices.rows('UPDATE notification_settings SET urgent_by_sms = false WHERE person_id = $1', [refused.personId]);
    const says = (homeId: string, urgentBySms?: boolean, aggregateversion = 1) =>
      notices.hear(announced('directory.home-care-changed.v1', homeId, area.siteId, { homeId, noPhone: false, wishes: '', contactId: null, ...(urgentBySms !== undefined && { urgentBySms }) }, { aggregateversion }), [
        'notifications__urgent_homes_v1',
      ]);
    await says(area.homes[0], true);
    // One that does not speak of it leaves it as it was.
    await says(area.homes[0], undefined, 2);
    expect((await texted(await area.released({ channels: ['sms', 'door-slip'] }))).sort()).toEqual([without, unsaid].map(({ personId }) => [personId, true]).sort());
    await says(area.homes[0], false, 3);
    await says(area.homes[1], true);
    expect(await texted(await area.released({ channels: ['sms', 'door-slip'] }))).toEqual([[neighbour.personId, true]]);
  });

  it('is wished until it is taken back by name: settings that do not speak of it keep what was', async () => {
    const who = await someone(0);
    const put = async (version: number, more: object = {}) => (await notices.ask('PUT /api/notification-settings', who, { language: 'zh', ...more }, { 'if-match': `"${version}"` })).body.urgentBySms;
    expect([await put(0), await put(1, { urgentBySms: true }), await put(2), await put(3, { urgentBySms: false }), await put(4)]).toEqual([null, true, true, false, false]);
  });

  it('of any other kind reaches whoever chose it alone, and of the staff nobody who did not', async () => {
    const [otherwise, wanted] = [await someone(1), await someone(2)];
    await chosen(otherwise, 'sms');
    await asked(wanted);
    expect((await notices.ask(`PUT /api/notice-channels/${area.siteId}`, area.lead, { kind: 'works', channels: ['sms'] }, { 'if-match': '*' })).status).toBe(200);
    const works = await area.released({ channels: ['sms'] }, 'works');
    expect(await texted(works)).toEqual([[otherwise.personId, false]]);
    const outage = await area.released({ channels: ['sms'], audience: [{ scope: 'role', role: 'clerk' }] });
    expect(await texted(outage)).toEqual([]);
  });
});
