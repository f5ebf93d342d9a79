import { PeopleContacts } from '@property-office/backbone';
import { ServiceUnavailableException } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { DecideByLinkHandler } from './features/decide-by-link/decide-by-link.handler';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest, type Told } from './notices.fixture';

const hour = 3_600_000;
let notices: NoticesUnderTest;
let area: Neighbourhood;
/** Directory is another service: what it keeps is read through the gateway in test/system. */
const phones = new Map<string, string>();

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
  notices.part(PeopleContacts).phonesOf = (personIds) => Promise.resolve(new Map([...phones].filter(([id]) => personIds.includes(id))));
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
  await notices.admin.query('DELETE FROM notifications.quota');
});
afterAll(() => notices?.close());

const named = { name: '王建国', body: 'owners-committee', sentBy: 'chat' };
const issue = (id: string, who: Principal = area.writer, more: object = {}): Promise<Told> => notices.ask(`POST /api/notices/${id}/approval-links`, who, { ...named, phone: '13900139000', ...more });
/** The path of its pages. */
const linkTo = async (id: string, more: object = {}): Promise<string> => {
  const { status, body, text } = await issue(id, area.writer, more);
  if (status !== 201) throw new Error(text);
  return new URL(body.url).pathname.replace(/\/page$/, '');
};
const look = (link: string): Promise<Told> => notices.ask(`GET ${link}/page`, undefined);
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const decide = (link: string, verb: 'approve' | 'return', body: Record<string, string> = {}): Promise<Told> => notices.form(`POST ${link}/${verb}`, new URLSearchParams(body).toString(), form);
const linksOf = async (id: string, who = area.writer): Promise<Array<Record<string, unknown>>> => (await area.read(id, who)).body.approvalLinks;
const inboxOf = async ({ personId }: Principal, id: string): Promise<string[]> =>
  (await notices.rows<{ kind: string }>('SELECT kind FROM notification WHERE person_id = $1 AND subject_id = $2 ORDER BY recorded_at, id', [personId, id])).map(({ kind }) => kind);

describe('a second person from elsewhere (G1)', () => {
  it('sees exactly what is to be approved, in both languages, and nobody’s name; to look uses nothing up', async () => {
    const id = await area.submitted({ zh: { title: '<b>停水</b>', body: '一行\n二行' } });
    const link = await linkTo(id);
    for (let times = 0; times < 3; times += 1) expect(await look(link)).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
    const { text } = await look(link);
    for (const shown of ['&lt;b&gt;停水&lt;/b&gt;', '一行\n二行', 'Water cut', 'No water tomorrow', '阳光花园', '全项目', '公告栏网页', '入户通知单', '审核通过', 'Approve', 'maxlength="1000"']) expect(text).toContain(shown);
    for (const hidden of [named.name, area.writer.name, area.writer.personId, '<script']) expect(text).not.toContain(hidden);
    expect(await area.status(id)).toBe('submitted');
    expect((await linksOf(id))[0]).toMatchObject({ ...named, status: 'open', issuedBy: area.writer.personId, outcome: null });
  });

  it('sees where and how it goes out, too: in public or not, its kind, what is asked of readers, and until when by the clock of the site', async () => {
    const silent = (await look(await linkTo(await area.submitted()))).text;
    for (const shown of ['停水停电', 'Outage', '不公开：登录后可见', 'Not public: for who is signed in', '不需要确认', 'No acknowledgement', '仅人工提醒', 'By hand only', '撤回或更正前', 'Until withdrawn or corrected']) expect(silent).toContain(shown);
    const validUntil = '2029-03-01T16:30:00.000Z';
    const more = { onPublicBoard: true, acknowledge: true, remindAfterHours: 48, validUntil };
    const { text } = await look(await linkTo(await area.submitted(more, 'safety')));
    for (const shown of ['安全', 'Safety', '公开：任何人无需登录可见', 'Public: anybody, without signing in', '需要确认收到', 'Acknowledgement asked for', '发布 48 小时后', '48 hours after the release', '2029年3月2日', '00:30', '2 March 2029', 'Asia/Shanghai']) expect(text).toContain(shown);
    expect(text).not.toContain(validUntil);
  });

  it('approves; it stands on the notice by name, body and issuer, and what is released is what they approved', async () => {
    const id = await area.submitted();
    const contentHash = await area.hashOf(id);
    const link = await linkTo(id);
    const answer = await decide(link, 'approve');
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/已记录：审核通过[^]*Recorded: approved/);
    expect((await area.read(id)).body).toMatchObject({ status: 'approved', approvedBy: null, contentHash });
    const [shown] = await linksOf(id);
    expect(shown).toMatchObject({ ...named, status: 'used', outcome: 'approved', issuedBy: area.writer.personId, decidedAt: expect.any(String) });
    const approved = (await notices.events(id)).find(({ type }) => type === 'notifications.notice-approved.v1')!;
    expect(approved.data).toMatchObject({ contentHash, byLink: { linkId: shown!.id, body: 'owners-committee', issuedBy: area.writer.personId } });
    expect(JSON.stringify(await notices.events(id))).not.toContain(named.name);
    expect(await inboxOf(area.writer, id)).toEqual(['notice-approved']);
    await area.moved(id, 'release', area.writer);
    expect((await notices.events(id)).at(-1)).toMatchObject({ type: 'notifications.notice-released.v1', data: { contentHash } });
    const audited = await notices.rows<{ operation: string }>(`SELECT operation FROM audit WHERE object_id = $1::text OR object_id::text = $1::text ORDER BY at, id`, [id]);
    expect(audited.map(({ operation }) => operation)).toEqual(['notifications.issueApprovalLink', 'notifications.approveByLink']);
    // Nobody is reminded any more.
    await notices.elapse(10 * 24 * hour);
    expect(await notices.told(id)).not.toContain('notice-escalated');
  });

  it('returns it with remarks, which its writer reads', async () => {
    const id = await area.submitted();
    const link = await linkTo(id);
    expect((await decide(link, 'return', {})).body).toMatchObject({ status: 400, errors: [{ pointer: '/remarks' }] });
    expect((await decide(link, 'return', { remarks: '请写明楼栋 & 时间' })).text).toContain('退回修改');
    expect((await area.read(id)).body).toMatchObject({ status: 'returned', remarks: '请写明楼栋 & 时间' });
    expect(await inboxOf(area.writer, id)).toEqual(['notice-returned']);
    expect((await notices.events(id)).at(-1)).toMatchObject({ type: 'notifications.notice-returned.v1', data: { byLink: { body: 'owners-committee' } } });
  });

  it('takes as many characters as its form does, a line break counted once', async () => {
    const id = await area.submitted();
    const typed = `${'楼\r\n'.repeat(499)}楼栋`;
    expect((await decide(await linkTo(id), 'return', { remarks: typed })).status).toBe(200);
    expect((await area.read(id)).body.remarks).toBe(typed.replaceAll('\r\n', '\n'));
  });

  it('a browser that is refused gets a page in its language, whatever refused it; a program gets a problem', async () => {
    const link = await linkTo(await area.submitted());
    const browser = { ...form, accept: 'text/html,*/*;q=0.8', 'accept-language': 'zh' };
    const post = (where: string, verb: string, payload: string): Promise<Told> => notices.form(`POST ${where}/${verb}`, payload, browser);
    const unknown = `/api/approval-links/${'C'.repeat(43)}`;
    const saysAsPage = (answer: Told, status: number, said: string): void => {
      expect(answer).toMatchObject({ status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
      expect(answer.text).toContain(said);
    };
    saysAsPage(await post(link, 'return', 'remarks='), 400, '退回意见');
    saysAsPage(await post(link, 'return', 'remarks=%00'), 400, '无法保存的字符');
    saysAsPage(await post(unknown, 'approve', ''), 404, '没有这个审核链接');
    saysAsPage(await notices.ask(`GET ${unknown}/page`, undefined, undefined, { accept: 'text/html' }), 404, 'No such link');
    saysAsPage(await notices.ask(`POST ${link}/approve`, area.writer, {}, { accept: 'text/html' }), 403, 'This link is for somebody else');
    const handler = notices.part(DecideByLinkHandler);
    const { decide: deciding } = handler;
    handler.decide = () => Promise.reject(new ServiceUnavailableException());
    saysAsPage(await post(link, 'approve', ''), 503, '<h1>');
    handler.decide = deciding;
    for (let times = 0; times < 30; times += 1) await decide(unknown, 'approve');
    saysAsPage(await post(link, 'approve', ''), 429, '<h1>');
    expect((await decide(link, 'approve')).body).toMatchObject({ status: 429 });
  });

  it('two clicks at once have one effect', async () => {
    const id = await area.submitted();
    const link = await linkTo(id);
    const answers = await Promise.all([decide(link, 'approve'), decide(link, 'return', { remarks: '不行' }), decide(link, 'approve')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await notices.told(id)).filter((type) => ['notice-approved', 'notice-returned'].includes(type))).toHaveLength(1);
  });

  it.each([[0], [1]])('by link and by somebody of the site at once: one decides (%d first)', async (first) => {
    const id = await area.submitted();
    const link = await linkTo(id);
    const contentHash = await area.hashOf(id);
    const racing = [() => decide(link, 'approve'), () => area.act(id, 'approve', area.lead, { contentHash })];
    const answers = await Promise.all([racing[first]!(), racing[1 - first]!()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await notices.told(id)).filter((type) => type === 'notice-approved')).toHaveLength(1);
  });

  it.each<[string, (id: string, link: string) => Promise<unknown>, string]>([
    ['used', (_, link) => decide(link, 'approve'), 'This link was used before: approved'],
    ['expired', () => notices.elapse(73 * hour), 'has expired'],
    ['revoked', async (id) => notices.ask(`POST /api/notices/${id}/approval-links/${(await linksOf(id))[0]!.id}/revoke`, area.director), 'was revoked'],
    ['void after somebody else decided', (id) => area.approve(id), 'does not wait for you any more'],
    [
      'void after the text was another',
      async (id) => {
        await area.moved(id, 'recall', area.writer);
        const { version } = (await area.read(id)).body;
        await notices.ask(`PUT /api/notices/${id}`, area.writer, area.contentOf({ zh: { title: '停水', body: '另一份' } }), { 'if-match': `"${version}"` });
        await area.moved(id, 'submit', area.writer);
      },
      'its text is another one by now',
    ],
  ])('%s: a clear page, and nothing is changed', async (_, happen, said) => {
    const id = await area.submitted();
    const link = await linkTo(id);
    await happen(id, link);
    const before = await notices.told(id);
    for (const answer of [await look(link), await decide(link, 'approve'), await decide(link, 'return', { remarks: 'x' })]) {
      expect(answer).toMatchObject({ status: 409, headers: { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' } });
      expect(answer.text).toContain(said);
      expect(answer.text).not.toContain('管道检修');
    }
    // A program that asks for no page gets a problem.
    expect(await notices.ask(`POST ${link}/approve`, undefined, {}, { accept: 'application/json', 'accept-language': 'zh' })).toMatchObject({ status: 409, body: { code: 'approval-link-over', title: '链接已失效' } });
    expect(await notices.told(id)).toEqual(before);
  });

  it('who wrote, submitted or issued it, or stands in for them, does not use it while signed in; it stays open', async () => {
    const id = await area.submitted();
    const { body } = await issue(id, area.director);
    const link = new URL(body.url).pathname.replace(/\/page$/, '');
    const deputy = area.holding('desk', { deputyships: [{ forPersonId: area.writer.personId, kind: 'approvals', roles: [] }] });
    for (const who of [area.writer, area.director, deputy]) {
      expect((await notices.ask(`POST ${link}/approve`, who)).body).toMatchObject({ status: 403, code: 'approval-link-of-another', title: 'This link is for somebody else' });
      expect((await notices.ask(`POST ${link}/return`, who, { remarks: 'x' }, { 'accept-language': 'zh' })).body).toMatchObject({ status: 403, title: '这个链接是给其他人的' });
    }
    expect(await area.status(id)).toBe('submitted');
    expect(await linksOf(id)).toMatchObject([{ status: 'open' }]);
    // Somebody else of the staff is as good as whoever is not signed in.
    expect((await notices.ask(`POST ${link}/approve`, area.lead)).status).toBe(200);
  });

  it('the director hears of an approval by a link that its submitter issued, not of one by their own', async () => {
    const [id, other, back] = [await area.submitted(), await area.submitted(), await area.submitted()];
    await decide(await linkTo(id), 'approve');
    expect(await inboxOf(area.director, id)).toContain('notice-approved-by-own-link');
    await decide(new URL((await issue(other, area.director)).body.url).pathname.replace(/\/page$/, ''), 'approve');
    await decide(await linkTo(back), 'return', { remarks: 'x' });
    for (const each of [other, back]) expect(await inboxOf(area.director, each)).not.toContain('notice-approved-by-own-link');
  });

  it('while the director is away their deputy hears of it, who had no hand in it; where there is none, the director (G1)', async () => {
    const [first, second] = [area.holding('desk').personId, area.holding('desk').personId];
    const heard = async (): Promise<string[]> => {
      const id = await area.submitted();
      await decide(await linkTo(id), 'approve');
      const rows = await notices.rows<{ person_id: string }>(`SELECT person_id FROM notification WHERE subject_id = $1 AND kind = 'notice-approved-by-own-link'`, [id]);
      return rows.map((row) => row.person_id);
    };
    await area.deputise(area.director, area.writer.personId, 1);
    await area.deputise(area.director, first, 2);
    await area.isAway(area.director);
    expect(await heard()).toEqual([first]);
    await notices.rows('UPDATE office_deputy SET from_person_id = $2 WHERE to_person_id = $1', [first, second]);
    expect(await heard()).toEqual([area.director.personId]);
  });

  it('nobody has a secret that was not issued, and none is kept', async () => {
    const id = await area.submitted();
    const link = await linkTo(id);
    const token = link.split('/').at(-1)!;
    expect(await look(`/api/approval-links/${'A'.repeat(43)}`)).toMatchObject({ status: 404, body: { code: 'approval-link-unknown', title: 'No such link' } });
    expect((await notices.ask(`GET ${link}/attachments/${area.siteId}`, undefined)).status).toBe(404);
    const [row] = await notices.rows<Record<string, unknown>>('SELECT l.*, n.* FROM approval_link l JOIN notice n ON n.id = l.notice_id WHERE n.id = $1', [id]);
    const everything = JSON.stringify([row, await notices.rows('SELECT * FROM idempotency'), await notices.events(id), await notices.rows('SELECT * FROM audit')]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(named.name);
  });

  it('who guesses, or opens it all day, waits', async () => {
    const wrong = `/api/approval-links/${'B'.repeat(43)}`;
    const answers: number[] = [];
    for (let times = 0; times < 31; times += 1) answers.push((await decide(wrong, 'approve')).status);
    expect([answers[29], answers[30]]).toEqual([404, 429]);
    const link = await linkTo(await area.submitted());
    const opened: number[] = [];
    for (let times = 0; times < 241; times += 1) opened.push((await look(link)).status);
    expect([opened[239], opened[240]]).toEqual([200, 429]);
  });
});

describe('a link for an approver', () => {
  it('is issued and revoked by who submitted it, or the director, while it waits', async () => {
    const id = await area.submitted();
    const desk = area.holding('desk');
    await area.hired(desk);
    expect((await issue(id, desk)).body).toMatchObject({ status: 403, code: 'approval-link-not-yours', title: 'Only who submitted it, or the director, issues and revokes links' });
    expect((await notices.ask(`POST /api/notices/${id}/approval-links`, desk, { ...named, phone: '13900139000' }, { 'accept-language': 'zh' })).body.title).toBe('只有送审人或主任可以出具或收回审核链接');
    expect((await issue(id, area.holding('technician'))).status).toBe(403);
    const { body } = await issue(id, area.director, { body: 'company', validHours: 2 });
    expect(new Date(body.expiresAt).getTime() - new Date(body.issuedAt).getTime()).toBe(2 * hour);
    const revoke = (who: Principal): Promise<Told> => notices.ask(`POST /api/notices/${id}/approval-links/${body.id}/revoke`, who);
    expect((await revoke(desk)).status).toBe(403);
    expect((await revoke(area.writer)).status).toBe(200);
    expect((await revoke(area.writer)).body).toMatchObject({ status: 409, code: 'approval-link-over', title: 'The link is good no more' });
    expect(await notices.told(id)).toEqual(['notice-drafted', 'notice-submitted', 'notice-link-issued', 'notice-link-revoked']);
    expect((await notices.ask(`POST /api/notices/${id}/approval-links/${area.siteId}/revoke`, area.writer)).body).toMatchObject({ status: 404, code: 'approval-link-unknown' });
    await area.approve(id);
    expect((await issue(id)).body).toMatchObject({ status: 409, code: 'notice-move-illegal' });
    expect((await issue(await area.drafted())).status).toBe(409);
  });

  it('is not for the author under another name: neither their telephone nor their e-mail, however it is written', async () => {
    const id = await area.submitted();
    phones.set(area.writer.personId, '13800138000');
    await notices.ask('PUT /api/notification-settings', area.writer, { email: 'clerk@example.org', language: 'zh', channels: {}, quietHours: { from: '22:00', to: '07:00' } }, { 'if-match': '"0"' });
    const refused = { status: 400, code: 'approver-address-wrong', title: 'The address of the approver is wrong' };
    expect((await issue(id, area.writer, { sentBy: 'sms', phone: '138-0013 8000' })).body).toMatchObject({ ...refused, errors: [{ pointer: '/phone' }] });
    expect((await issue(id, area.director, { phone: '+86 13800138000' })).body).toMatchObject({ ...refused, errors: [{ pointer: '/phone' }] });
    expect((await issue(id, area.writer, { sentBy: 'email', email: ' Clerk@Example.org' })).body).toMatchObject({ ...refused, errors: [{ pointer: '/email' }] });
    expect((await issue(id, area.writer, { sentBy: 'sms', phone: undefined, email: 'wang@example.org' })).body).toMatchObject({ ...refused, errors: [{ pointer: '/phone', message: 'give a telephone or e-mail of the approver' }] });
    expect((await issue(id, area.writer, { sentBy: 'email' })).body).toMatchObject({ ...refused, errors: [{ pointer: '/email' }] });
    expect((await notices.ask(`POST /api/notices/${id}/approval-links`, area.writer, { ...named, sentBy: 'email' }, { 'accept-language': 'zh' })).body.title).toBe('审核人联系方式有误');
    expect((await issue(id, area.writer, { sentBy: 'sms', phone: '13900139000' })).status).toBe(201);
    expect(await linksOf(id)).toHaveLength(1);
  });

  it.each(['paper', 'chat'])('by %s needs an address of its approver all the same: it is what tells them from who issues it', async (sentBy) => {
    const id = await area.submitted();
    expect((await issue(id, area.writer, { sentBy, phone: undefined })).body).toMatchObject({ status: 400, code: 'approver-address-wrong', errors: [{ pointer: '/phone' }] });
    phones.set(area.writer.personId, '13800138000');
    expect((await issue(id, area.writer, { sentBy, phone: '13800138000' })).body).toMatchObject({ status: 400, errors: [{ pointer: '/phone' }] });
    expect((await issue(id, area.writer, { sentBy, phone: undefined, email: 'none' })).body).toMatchObject({ status: 400, errors: [{ pointer: '/email' }] });
    expect((await issue(id, area.writer, { sentBy, phone: undefined, email: 'wang@example.org' })).status).toBe(201);
  });

  it('stays with the staff: residents who are told of the notice see none', async () => {
    const one = await area.resident(area.homes[0]);
    const id = await area.submitted();
    await decide(await linkTo(id), 'approve');
    await area.moved(id, 'release', area.writer);
    expect((await area.read(id, one)).body).toMatchObject({ status: 'released', approvalLinks: [], promises: [] });
  });

  it('a form is taken by its routes alone', async () => {
    expect((await notices.form('POST /api/notices', 'a=b', form)).status).toBe(415);
  });

  it('ten a day are enough for one notice', async () => {
    const id = await area.submitted();
    for (let times = 0; times < 10; times += 1) expect((await issue(id)).status).toBe(201);
    expect((await issue(id)).status).toBe(429);
  });
});
