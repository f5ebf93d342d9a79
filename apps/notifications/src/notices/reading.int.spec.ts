import type { Principal } from '@property-office/contracts';
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

const list = async (who: Principal, query = ''): Promise<string[]> =>
  (await notices.ask(`GET /api/notices?${query}`, who)).body.items.map(({ id }: { id: string }) => id);
const inbox = (who: Principal) =>
  notices.rows<{ kind: string; read_at: Date | null }>(
    `SELECT kind, read_at FROM notification WHERE person_id = $1 AND subject_type = 'notice' ORDER BY recorded_at, id`,
    [who.personId],
  );

describe('residents read what is addressed to them', () => {
  it('and nothing else, nor what is not out yet', async () => {
    const one = await area.resident(area.homes[0]);
    const other = await area.resident(area.homes[2]);
    const id = await area.released({ audience: [{ scope: 'building', placeId: area.buildings[0] }] });
    const draft = await area.submitted();
    expect(await list(one, 'mine=true')).toEqual([id]);
    expect(await list(other, 'mine=true')).toEqual([]);
    expect(await list(other)).toEqual([]);
    expect((await area.read(id, one)).body).toMatchObject({ status: 'released', zh: { title: '停水通知' }, readAt: null });
    for (const [target, who] of [
      [id, other],
      [draft, one],
    ] as const) {
      expect(await area.read(target, who)).toMatchObject({ status: 404, body: { code: 'notice-unknown', title: 'No such notice' } });
    }
    const chinese = await notices.ask(`GET /api/notices/${id}`, other, undefined, { 'accept-language': 'zh' });
    expect(chinese.body.title).toBe('没有找到这条公告');
    for (const verb of ['read', 'acknowledge']) expect((await area.act(id, verb, other)).status).toBe(404);
  });

  it('without what passed between its writers and its reader', async () => {
    const one = await area.resident(area.homes[0]);
    const id = await area.submitted();
    await area.moved(id, 'return', area.lead, { remarks: '请写明楼栋' });
    await area.moved(id, 'submit', area.writer);
    await area.approve(id);
    await area.moved(id, 'release', area.writer);
    await notices.admin.query(`UPDATE notifications.notice SET remarks = '内部意见' WHERE id = $1`, [id]);
    expect((await area.read(id, one)).body).toMatchObject({ remarks: null, audience: [] });
    expect((await area.read(id)).body).toMatchObject({ remarks: '内部意见', audience: [{ scope: 'site' }] });
  });

  it('marked as read once, from the notice or from the inbox, and acknowledged where asked for', async () => {
    const one = await area.resident(area.homes[0]);
    const other = await area.resident(area.homes[1]);
    const id = await area.released({ acknowledge: true });
    const first = await area.act(id, 'read', one);
    expect(first.body).toEqual({ readAt: expect.any(String), acknowledgedAt: null });
    await notices.elapse(1_000);
    expect((await area.act(id, 'acknowledge', one)).body).toEqual({ readAt: first.body.readAt, acknowledgedAt: expect.any(String) });
    expect((await inbox(one))[0]!.read_at).not.toBeNull();
    expect(await list(one, 'unread=true')).toEqual([]);
    const [entry] = await notices.rows<{ id: string }>('SELECT id FROM notification WHERE person_id = $1', [other.personId]);
    expect((await notices.ask(`POST /api/inbox/${entry!.id}/read`, other)).body).toMatchObject({ title: 'Notice: Water cut' });
    expect((await area.read(id, other)).body).toMatchObject({ readAt: expect.any(String), acknowledgedAt: null });
  });

  it('acknowledging what asks for none is refused', async () => {
    const one = await area.resident(area.homes[0]);
    const id = await area.released();
    expect(await area.act(id, 'acknowledge', one)).toMatchObject({ status: 409, body: { code: 'notice-not-asked', title: 'The notice asks for no acknowledgement' } });
    expect((await area.act(id, 'acknowledge', one, {}, { 'accept-language': 'zh' })).body.title).toBe('这条公告不需要确认');
  });

  it('and hear of a withdrawal', async () => {
    const one = await area.resident(area.homes[0]);
    const id = await area.released();
    expect((await area.act(id, 'withdraw', area.writer, { reason: 'x' })).status).toBe(403);
    await area.moved(id, 'withdraw', area.lead, { reason: '施工取消' });
    expect((await inbox(one)).map(({ kind }) => kind)).toEqual(['notice-released', 'notice-withdrawn']);
    expect((await area.read(id, one)).body).toMatchObject({ status: 'withdrawn', withdrawnBecause: '施工取消' });
  });
});

describe('those who have not read it are reminded', () => {
  it('by hand, at most once a day; who has read it is left alone', async () => {
    const [reader, other] = [await area.resident(area.homes[0]), await area.resident(area.homes[1])];
    const id = await area.released();
    await area.act(id, 'read', reader);
    await area.moved(id, 'remind', area.writer);
    expect((await inbox(reader)).map(({ kind }) => kind)).toEqual(['notice-released']);
    expect((await inbox(other)).map(({ kind }) => kind)).toEqual(['notice-released', 'notice-reminder']);
    expect((await notices.events(id)).at(-1)).toMatchObject({ type: 'notifications.notice-reminded.v1', data: { round: 1, people: 1 } });
    expect(await area.act(id, 'remind', area.writer)).toMatchObject({ status: 409, body: { code: 'reminded-today', title: 'They were reminded within a day' } });
    expect((await area.act(id, 'remind', area.writer, {}, { 'accept-language': 'zh' })).body.title).toBe('一天内已提醒过');
    await notices.elapse(25 * hour);
    await area.moved(id, 'remind', area.writer);
    expect((await inbox(other)).map(({ kind }) => kind)).toEqual(['notice-released', 'notice-reminder', 'notice-reminder']);
  });

  it('by its timer, also who read it and has not said so where that is asked for', async () => {
    const [reader, sayer] = [await area.resident(area.homes[0]), await area.resident(area.homes[1])];
    const id = await area.released({ acknowledge: true, remindAfterHours: 3 });
    await area.act(id, 'read', reader);
    await area.act(id, 'acknowledge', sayer);
    await notices.elapse(4 * hour);
    expect((await inbox(reader)).map(({ kind }) => kind)).toEqual(['notice-released', 'notice-reminder']);
    expect((await inbox(sayer)).map(({ kind }) => kind)).toEqual(['notice-released']);
  });

  it('by the channels they have now, in no night, and not while the message before has yet to leave', async () => {
    const [reader, mailed, unsent, plain] = [await area.resident(area.homes[0]), await area.resident(area.homes[1]), await area.resident(area.homes[2]), await area.resident(area.homes[2])];
    const mail = (...people: Array<{ personId: string }>) =>
      notices.rows(`INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) SELECT unnest($1::uuid[]), 'sealed', 'en', 1, now()`, [people.map(({ personId }) => personId)]);
    await mail(reader, unsent);
    const id = await area.released({ channels: ['in-app', 'email'] });
    await notices.rows(`UPDATE delivery SET state = 'sent', sent_at = now(), attempts = 1 WHERE person_id = $1`, [reader.personId]);
    // Got an address after the release; of whom the mail of the release still waits, one comes.
    await mail(mailed);
    await area.moved(id, 'remind', area.writer);
    const reminders = () =>
      notices.rows<{ person_id: string; business_key: string; channel: string; urgent: boolean }>(`SELECT person_id, business_key, channel, urgent FROM delivery WHERE content_type = 'notice-reminder' AND content ->> 'noticeId' = $1 ORDER BY created_at, business_key`, [id]);
    const first = await reminders();
    expect(first.map((row) => row.person_id).sort()).toEqual([reader.personId, mailed.personId].sort());
    for (const { channel, urgent } of first) expect({ channel, urgent }).toEqual({ channel: 'email', urgent: false });
    for (const who of [reader, mailed, unsent, plain]) expect((await inbox(who)).filter(({ kind }) => kind === 'notice-reminder')).toHaveLength(1);
    expect((await notices.events(id)).at(-1)).toMatchObject({ data: { round: 1, people: 4 } });
    const said = (who: { personId: string }) => notices.contents().render('notice-reminder', { noticeId: id, personId: who.personId }, 'en');
    expect(await said(mailed)).toMatchObject({ title: expect.stringContaining('Water cut'), text: expect.stringContaining('No water tomorrow') });
    await area.act(id, 'read', mailed);
    expect(await said(mailed)).toBeUndefined();
    await notices.rows(`UPDATE delivery SET state = 'sent', sent_at = now(), attempts = 1 WHERE content_type = 'notice'`);
    await notices.elapse(25 * hour);
    await area.moved(id, 'remind', area.writer);
    // The reader's first reminder has not left yet; the other has read it.
    expect((await reminders()).slice(first.length).map((row) => row.person_id)).toEqual([unsent.personId]);
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    expect(await said(unsent)).toBeUndefined();
  });

  it('not who has no account to say so with', async () => {
    const mute = await area.resident(area.homes[0], { account: false });
    await notices.rows(`INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) VALUES ($1, 'sealed', 'zh', 1, now())`, [mute.personId]);
    const id = await area.released({ channels: ['in-app', 'email'] });
    await notices.rows(`UPDATE delivery SET state = 'sent', sent_at = now(), attempts = 1 WHERE person_id = $1`, [mute.personId]);
    await area.moved(id, 'remind', area.writer);
    expect(await notices.rows(`SELECT 1 FROM delivery WHERE person_id = $1 AND content_type = 'notice-reminder'`, [mute.personId])).toEqual([]);
  });

  it('not after it ended', async () => {
    const one = await area.resident(area.homes[0]);
    const id = await area.released({ remindAfterHours: 3 });
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    await notices.elapse(4 * hour);
    expect((await inbox(one)).map(({ kind }) => kind)).not.toContain('notice-reminder');
  });
});

describe('staff find notices', () => {
  it.each(['停水', '水', '管道检修', 'water', 'PIPES', 'no water tomorrow'])('by "%s", Chinese or English', async (q) => {
    const id = await area.drafted();
    await area.drafted({ zh: { title: '中秋活动', body: '欢迎参加。' }, en: { title: 'Festival', body: 'Everybody is welcome.' } });
    expect(await list(area.writer, `q=${encodeURIComponent(q)}`)).toEqual([id]);
  });

  it('by number, state and kind, page by page, newest first, and only on their site', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.unshift(await area.drafted());
    const { number } = (await area.read(ids[2]!)).body;
    expect(await list(area.writer, `q=${number}`)).toEqual([ids[2]]);
    expect(await list(area.writer, 'q=%3F')).toEqual([]);
    expect(await list(area.writer, 'status=released')).toEqual([]);
    expect(await list(area.writer, 'kind=outage&status=draft')).toEqual(ids);
    const first = await notices.ask('GET /api/notices?limit=2', area.writer);
    const second = await notices.ask(`GET /api/notices?limit=2&cursor=${first.body.nextCursor}`, area.writer);
    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 4));
    const elsewhere = await Neighbourhood.open(notices);
    expect(await list(elsewhere.director)).toEqual([]);
  });
});

describe('what is wrong with a draft is said before it is one', () => {
  it.each<[string, () => object, string, string, string]>([
    ['a building of another site', () => ({ audience: [{ scope: 'building', placeId: area.siteId }] }), '/audience/0', 'The audience is wrong', '发布对象有误'],
    ['a home called a building', () => ({ audience: [{ scope: 'site' }, { scope: 'building', placeId: area.homes[0] }] }), '/audience/1', 'The audience is wrong', '发布对象有误'],
    ['a role without its name', () => ({ audience: [{ scope: 'role' }] }), '/audience/0', 'The audience is wrong', '发布对象有误'],
    ['a place for the whole site', () => ({ audience: [{ scope: 'site', placeId: area.siteId }] }), '/audience/0', 'The audience is wrong', '发布对象有误'],
    ['a channel that is not designated', () => ({ channels: ['in-app', 'robot'] }), '/channels/1', 'Not a designated channel', '不是指定渠道'],
    ['the public board without the board', () => ({ channels: ['in-app'], onPublicBoard: true }), '/onPublicBoard', 'To be public it has to go to the board', '公开展示需要选择公告栏'],
  ])('%s', async (_, more, pointer, en, zh) => {
    expect((await area.draft(more())).body).toMatchObject({ status: 400, title: en, errors: [{ pointer }] });
    expect((await area.draft(more(), area.writer, { 'accept-language': 'zh' })).body.title).toBe(zh);
  });

  it('a draft without channels goes to all that are designated', async () => {
    const { body } = await area.draft({ channels: undefined });
    expect(body.channels).toEqual(expect.arrayContaining(['portal-board', 'in-app', 'email', 'sms', 'wechat', 'door-slip']));
  });

  it('residents write none', async () => {
    expect((await area.draft({}, await area.resident(area.homes[0]))).status).toBe(403);
  });
});

describe('who a notice is for', () => {
  it('is counted before it goes out, with the homes that need a slip, and printed without a name', async () => {
    await area.resident(area.homes[0]);
    await area.resident(area.homes[0]);
    await area.resident(area.homes[3], { account: false });
    const id = await area.drafted({
      zh: { title: '停水<b>通知', body: '"明日" & 后天' },
      audience: [{ scope: 'site' }, { scope: 'role', role: 'director' }],
    });
    const { body } = await notices.ask(`GET /api/notices/${id}/audience`, area.writer);
    expect(body).toMatchObject({
      homes: 4,
      people: 4,
      unreached: 3,
      buildings: [
        { label: '1栋', homes: 2, people: 2 },
        { label: '2栋', homes: 2, people: 1 },
      ],
      roles: [{ role: 'director', people: 1 }],
      channels: [{ channel: 'in-app', people: 3 }],
      unreachedHomes: [{ label: '1栋1单元102' }, { label: '2栋1单元101' }, { label: '2栋1单元102' }],
    });
    const slips = await notices.ask(`GET /api/notices/${id}/slips`, area.writer);
    expect(slips.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(slips.text.match(/<section>/g)).toHaveLength(3);
    expect(slips.text).toContain('<h1>停水&lt;b&gt;通知</h1>');
    expect(slips.text).toContain('&quot;明日&quot; &amp; 后天');
    expect(slips.text).toContain('@page { size: A4');
    expect(slips.text.match(/<use href="#qr"\/>/g)).toHaveLength(3);
    expect(slips.text.match(/<g id="qr"><svg /g)).toHaveLength(1);
    expect(slips.text).not.toContain('overflow: hidden');
  });

  it('slips of what is out are those of the release, whoever gets an account later', async () => {
    const id = await area.released();
    await area.resident(area.homes[0]);
    expect((await notices.ask(`GET /api/notices/${id}/slips`, area.writer)).text.match(/<section>/g)).toHaveLength(4);
    expect((await notices.ask(`GET /api/notices/${id}/audience`, area.writer)).body.unreached).toBe(4);
  });

  it.each(['audience', 'slips', 'figures'])('%s is no business of residents, nor of another site', async (what) => {
    const one = await area.resident(area.homes[0]);
    const id = await area.released();
    expect((await notices.ask(`GET /api/notices/${id}/${what}`, one)).status).toBe(403);
    const elsewhere = await Neighbourhood.open(notices);
    expect((await notices.ask(`GET /api/notices/${id}/${what}`, elsewhere.director)).status).toBe(404);
  });
});

describe('the figures of a notice', () => {
  it('count people, channels and buildings as a slow count does', async () => {
    const [one, two, three] = [await area.resident(area.homes[0]), await area.resident(area.homes[1]), await area.resident(area.homes[2])];
    await notices.rows(
      `INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) VALUES ($1, 'sealed', 'zh', 1, now()), ($2, 'sealed', 'zh', 1, now())`,
      [one.personId, two.personId],
    );
    const id = await area.released({ channels: ['in-app', 'email', 'door-slip'], acknowledge: true });
    await notices.rows(`UPDATE delivery SET state = 'sent', sent_at = now() WHERE person_id = $1`, [one.personId]);
    await notices.rows(`UPDATE delivery SET state = 'failed' WHERE person_id = $1`, [two.personId]);
    await area.act(id, 'acknowledge', one);
    await area.act(id, 'read', three);
    const { body } = await notices.ask(`GET /api/notices/${id}/figures`, area.director);
    const inApp = { channel: 'in-app', failed: 0 };
    expect(body).toMatchObject({ people: 3, read: 2, acknowledged: 1, slips: 1, tasks: { open: 0, done: 0 } });
    expect(body.channels).toEqual(
      expect.arrayContaining([
        { ...inApp, people: 3, delivered: 3, read: 2, acknowledged: 1 },
        { channel: 'email', people: 2, delivered: 1, failed: 1, read: 1, acknowledged: 1 },
      ]),
    );
    expect(body.buildings).toMatchObject([
      { label: '1栋', channels: expect.arrayContaining([{ ...inApp, people: 2, delivered: 2, read: 1, acknowledged: 1 }]) },
      { label: '2栋', channels: [{ ...inApp, people: 1, delivered: 1, read: 1, acknowledged: 0 }] },
    ]);
    const rows = await notices.rows<{ person_id: string; channel: string }>('SELECT person_id, channel FROM notice_recipient WHERE notice_id = $1', [id]);
    for (const { channel, people } of body.channels) expect(people).toBe(rows.filter((row) => row.channel === channel).length);
  });
});
