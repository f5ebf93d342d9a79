import { createHash } from 'node:crypto';
import { waitFor } from '@property-office/testing';
import { XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { siteOf } from '../../support/contacts';
import type { Answer, Problem } from '../../support/http';
import { journey } from '../../support/journey';
import {
  approvedNotice,
  boardOf,
  buildingOf,
  contentOf,
  draftNotice,
  figuresOf,
  listed,
  noticeAct,
  noticesPath,
  overwrite,
  read,
  tasksOf,
  told,
  type NoticeView,
  type TaskView,
} from '../../support/notices';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';
import type { TimelineView } from '../../support/views';

const hour = 3_600_000;

export const notices = journey('notices (W2.4)', (given) => {
  let office: Office;
  let clerk: Session;
  let lead: Session;
  let director: Session;
  let technician: Session;
  let resident: Session;
  let resident2: Session;
  /** Of the resident. */
  let phone: string;
  let siteId: string;
  let buildingId: string;

  beforeAll(async () => {
    ({ office } = given);
    [clerk, lead, director, technician, resident, resident2] = [
      await office.as('clerk'),
      await office.as('lead'),
      await office.as('director'),
      await office.as('technician'),
      await office.as('resident'),
      await office.as('resident2'),
    ];
    siteId = siteOf(clerk);
    buildingId = await buildingOf(office, resident);
    const desk = await office.as('desk');
    ({ phone } = accepted(await desk.post<{ phone: string }>(`/api/people/${resident.who.id}/unmask`, { reason: '核对短信' }), 200));
  });

  const texted = () => [...given.outside.sms.effects.values()].filter(({ to }) => to === phone);
  const figures = (id: string) => figuresOf(director, id);
  const board = () => boardOf(office.nobody(), siteId);
  const photo = async (name: string): Promise<Uint8Array> =>
    sharp({ create: { width: 320, height: 240, channels: 3, background: name.length % 2 ? '#885522' : '#225588' } }).jpeg().toBuffer();
  const atBuilding = (): object => ({ audience: [{ scope: 'building', placeId: buildingId }] });

  it('is written from a template, comes back with remarks, is approved by somebody else by its hash, and goes out at its time', async () => {
    const { items: templates } = accepted(await clerk.get<{ items: Array<{ kind: string; zh: { title: string }; en: { title: string } }> }>('/api/notice-templates'), 200);
    expect(new Set(templates.map(({ kind }) => kind))).toEqual(new Set(['outage', 'works', 'safety', 'activity', 'festival']));
    const file = pdfOf(2_000);
    const plan = accepted(await upload(clerk, file, '停水范围.pdf'), 201);
    const { id } = await draftNotice(clerk, { ...atBuilding(), onPublicBoard: true, acknowledge: true, attachmentIds: [plan.id] });

    const preview = accepted(await clerk.get<{ homes: number; people: number; unreached: number; channels: object[]; unreachedHomes: Array<{ label: string }> }>(`${noticesPath}/${id}/audience`), 200);
    expect(preview).toMatchObject({ homes: 24, channels: [{ channel: 'in-app', people: 1 }], unreached: 23 });
    expect(preview.people).toBeGreaterThan(1);
    expect(preview.unreachedHomes.map(({ label }) => label)).not.toContain('3栋2单元501');

    await noticeAct(clerk, id, 'submit');
    expect(await told(lead, id)).toEqual(['notice-to-approve']);
    const { contentHash: first } = await read(lead, id);
    expect((await clerk.post<Problem>(`${noticesPath}/${id}/approve`, { contentHash: first })).status).toBe(403);
    for (const who of [resident, technician]) expect((await who.get<Problem>(`${noticesPath}/${id}`)).body).toMatchObject({ status: 404, code: 'notice-unknown', title: '没有找到这条公告' });
    expect(await noticeAct(lead, id, 'return', { remarks: '请写明楼栋' })).toMatchObject({ status: 'returned', remarks: '请写明楼栋' });
    expect(await told(clerk, id)).toEqual(['notice-returned']);
    const { version } = await read(clerk, id);
    const better = contentOf({ ...atBuilding(), zh: { title: '3栋停水通知', body: '因管道检修，3栋明日 9:00–17:00 停水。' }, onPublicBoard: true, acknowledge: true, attachmentIds: [plan.id] });
    accepted(await overwrite(clerk, `${noticesPath}/${id}`, better, version), 200);
    await noticeAct(clerk, id, 'submit');
    expect((await lead.in('en').post<Problem>(`${noticesPath}/${id}/approve`, { contentHash: first })).body).toMatchObject({ status: 409, code: 'notice-text-changed', title: 'The text is not the one you read' });
    const { contentHash } = await read(lead, id);
    expect(await noticeAct(lead, id, 'approve', { contentHash })).toMatchObject({ status: 'approved' });
    expect((await overwrite<Problem>(clerk, `${noticesPath}/${id}`, better, version)).status).toBe(409);

    const releaseAt = new Date((await office.clock.now()).getTime() + 2 * hour).toISOString();
    await noticeAct(clerk, id, 'schedule', { releaseAt });
    expect((await resident.get(`${noticesPath}/${id}`)).status).toBe(404);
    expect((await board()).map((each) => each.id)).not.toContain(id);
    await office.clock.forward(2 * hour + 60_000);

    expect(await told(resident, id)).toEqual(['notice-released']);
    const seen = await read(resident.in('en'), id);
    expect(seen).toMatchObject({ status: 'released', contentHash, zh: { title: '3栋停水通知' }, en: { title: 'Water cut' }, remarks: null, readAt: null });
    const bytes = Buffer.from(await (await fetch(`${office.url}${seen.attachments[0]!.url}`)).arrayBuffer());
    expect(bytes.equals(file)).toBe(true);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(seen.attachments[0]!.sha256);
    expect(await listed(resident, '&mine=true&unread=true')).toContain(id);

    // Not those it is not for.
    expect(await told(resident2, id)).toEqual([]);
    expect(await listed(resident2)).not.toContain(id);
    expect((await resident2.get<Problem>(`${noticesPath}/${id}`)).status).toBe(404);
    expect((await resident2.post<Problem>(`${noticesPath}/${id}/acknowledge`, {})).status).toBe(404);

    expect(await figures(id)).toMatchObject({ people: 1, read: 0, slips: 23, channels: [{ channel: 'in-app', people: 1, delivered: 1, read: 0 }] });
    await noticeAct(clerk, id, 'remind');
    expect((await told(resident, id)).sort()).toEqual(['notice-released', 'notice-reminder']);
    expect((await clerk.post<Problem>(`${noticesPath}/${id}/remind`, {})).body).toMatchObject({ status: 409, code: 'reminded-today', title: '一天内已提醒过' });
    await noticeAct(resident, id, 'acknowledge');
    expect(await figures(id)).toMatchObject({ read: 1, acknowledged: 1, buildings: [{ label: '3栋', channels: [{ channel: 'in-app', people: 1 }] }] });
    expect(await listed(resident, '&unread=true')).not.toContain(id);
  }, 60_000);

  it('everybody reads the board without signing in, as a list, a page and a feed; homes without a channel get a slip', async () => {
    const { id } = await approvedNotice(clerk, lead, { ...atBuilding(), onPublicBoard: true, attachmentIds: [accepted(await upload(clerk, pdfOf(1_000), '图.pdf'), 201).id] });
    await noticeAct(clerk, (await approvedNotice(clerk, lead, { zh: { title: '内部通知', body: '只给本小区' }, onPublicBoard: false })).id, 'release');
    await noticeAct(clerk, id, 'release');
    const nobody = office.nobody();
    const shown = (await board()).find((each) => each.id === id)!;
    expect((await nobody.get(shown.attachments[0]!.url)).status).toBe(302);
    for (const q of ['停水', 'water cut']) expect((await boardOf(nobody, siteId, q)).map((each) => each.id)).toContain(id);
    expect(await boardOf(nobody, siteId, '内部通知')).toEqual([]);
    for (const what of ['page', 'feed.atom']) {
      const { status, text } = await nobody.get(`/api/board/${siteId}/${what}`);
      expect(status).toBe(200);
      expect(text).toContain('停水通知');
      expect(text).not.toContain('内部通知');
      if (what === 'feed.atom') expect(XMLValidator.validate(text)).toBe(true);
    }
    expect((await resident.get(`${noticesPath}/${id}/slips`)).status).toBe(403);
    const slips = await clerk.get(`${noticesPath}/${id}/slips`);
    expect(slips.text.match(/<section\b/g)).toHaveLength((await figures(id)).slips);
    expect(slips.text).not.toContain('3栋2单元501');
    expect(slips.text).not.toContain(resident.who.name);
  }, 60_000);

  it('is corrected by a new edition that says what changed, and never edited', async () => {
    const { id } = await approvedNotice(clerk, lead, { ...atBuilding(), onPublicBoard: true });
    await noticeAct(clerk, id, 'release');
    const changed = contentOf({ ...atBuilding(), zh: { title: '停水通知', body: '改为后天停水。' }, onPublicBoard: true });
    expect((await clerk.post<Problem>(`${noticesPath}/${id}/correct`, changed)).body).toMatchObject({ status: 400, errors: [{ pointer: '/whatChanged' }] });
    const next = accepted(await clerk.post<NoticeView>(`${noticesPath}/${id}/correct`, { ...changed, whatChanged: '日期改为后天' }), 201);
    expect((await lead.in('en').post<Problem>(`${noticesPath}/${id}/correct`, { ...changed, whatChanged: 'x' })).body).toMatchObject({ status: 409, code: 'correction-under-way', title: 'A correction is under way already' });
    await noticeAct(clerk, next.id, 'submit');
    await noticeAct(lead, next.id, 'approve', { contentHash: next.contentHash });
    expect((await read(resident, id)).status).toBe('released');
    await noticeAct(clerk, next.id, 'release');
    expect(await read(resident, id)).toMatchObject({ status: 'corrected', zh: { body: '因管道检修，明日 9:00–17:00 停水。' } });
    expect(await read(resident, next.id)).toMatchObject({ status: 'released', edition: 2, whatChanged: '日期改为后天' });
    expect((await board()).filter((each) => [id, next.id].includes(each.id))).toMatchObject([{ id: next.id, edition: 2, whatChanged: '日期改为后天' }]);
    expect(await told(resident, next.id)).toEqual(['notice-released']);
  }, 60_000);

  it('is posted in chat groups and on paper boards by somebody named, with proof; withdrawn, the paper comes down', async () => {
    const channelsPath = `/api/notice-channels/${siteId}`;
    const { items } = accepted(await lead.get<{ items: Array<{ kind: string; version: number }> }>(channelsPath), 200);
    const places = {
      kind: 'safety',
      channels: ['portal-board', 'in-app', 'chat-group', 'paper-board'],
      chatGroups: [{ name: '业主一群', posterId: technician.who.id }],
      paperBoards: [{ name: '1栋大堂', posterId: technician.who.id }],
    };
    const { version } = items.find(({ kind }) => kind === 'safety')!;
    expect((await overwrite<Problem>(lead, channelsPath, { ...places, chatGroups: [] }, version)).body).toMatchObject({ status: 400, code: 'posters-missing', errors: [{ pointer: '/chatGroups' }] });
    expect((await overwrite(clerk, channelsPath, places, version)).status).toBe(403);
    accepted(await overwrite(lead, channelsPath, places, version), 200);

    const { id } = await approvedNotice(clerk, lead, { kind: 'safety', channels: ['in-app', 'chat-group', 'paper-board'] });
    await noticeAct(clerk, id, 'release');
    const [chat, paper] = await tasksOf(technician, id);
    expect([chat, paper]).toMatchObject([
      { task: 'chat-post', place: '业主一群', status: 'open' },
      { task: 'paper-up', place: '1栋大堂', status: 'open' },
    ]);
    expect(await told(technician, chat!.id)).toEqual(['notice-task-yours']);
    const { text, pictureUrl } = accepted(await technician.get<{ text: string; pictureUrl: string }>(`/api/notice-tasks/${chat!.id}`), 200);
    expect(text).toMatch(/【停水通知】[^]*【Water cut】/);
    const picture = await fetch(`${office.url}${pictureUrl}`, { headers: { authorization: `Bearer ${technician.token}` } });
    expect(await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 1080 });
    expect((await (await office.as('technician2')).get(pictureUrl)).status).toBe(404);

    const finish = (task: TaskView, attachmentIds: string[], who = technician): Promise<Answer<Problem>> => who.post<Problem>(`/api/notice-tasks/${task.id}/finish`, { attachmentIds });
    expect((await finish(chat!, [])).body).toMatchObject({ status: 400, code: 'proof-missing', title: '请上传截图或照片' });
    expect((await finish(chat!, [], technician.in('en'))).body).toMatchObject({ title: 'A screenshot or photo is needed' });
    for (const none of [siteId, accepted(await upload(technician, pdfOf(500), '截图.pdf'), 201).id]) expect((await finish(chat!, [none])).body).toMatchObject({ status: 400, errors: [{ pointer: '/attachmentIds/0' }] });
    const proof = accepted(await upload(technician, await photo('up'), '大堂.jpg'), 201);
    accepted(await finish(paper!, [proof.id]), 200);
    expect((await finish(paper!, [proof.id])).status).toBe(409);
    expect((await figures(id)).tasks).toEqual({ open: 1, done: 1, cancelled: 0 });

    expect((await clerk.post<Problem>(`${noticesPath}/${id}/withdraw`, { reason: '取消' })).status).toBe(403);
    expect((await lead.post<Problem>(`${noticesPath}/${id}/withdraw`, {})).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    await noticeAct(lead, id, 'withdraw', { reason: '施工取消' });
    expect((await told(resident, id)).sort()).toEqual(['notice-released', 'notice-withdrawn']);
    const ended = await tasksOf(technician, id);
    expect(ended).toMatchObject([
      { task: 'chat-post', status: 'cancelled' },
      { task: 'chat-retract', place: '业主一群', status: 'open' },
      { task: 'paper-down', place: '1栋大堂', status: 'open' },
      { task: 'paper-up', status: 'done' },
    ]);
    const gone = accepted(await upload(technician, await photo('down'), '已撤.jpg'), 201);
    accepted(await finish(ended[2]!, [gone.id]), 200);
    expect((await figures(id)).tasks).toEqual({ open: 1, done: 2, cancelled: 1 });
  }, 60_000);

  it('at night the duty officer releases a fixed text, which passes quiet hours; the director reviews it within 24 hours', async () => {
    const { headers } = await resident.get('/api/notification-settings');
    const settings = { language: 'zh', channels: { repairs: [], work: [], notices: ['sms'] }, quietHours: { from: '22:00', to: '07:00' } };
    const version = Number(headers.etag!.replaceAll('"', ''));
    accepted(await overwrite(resident, '/api/notification-settings', settings, version), 200);
    await untilHour(2);

    const from = (await office.clock.now()).toISOString();
    const night = { template: 'water-cut', placeId: buildingId, from };
    expect((await lead.post<Problem>('/api/night-notices', { ...night, zh: { title: '停水', body: '随便写' } })).body).toMatchObject({ status: 400, errors: [{ pointer: '/zh' }] });
    expect((await clerk.post<Problem>('/api/night-notices', night)).status).toBe(403);
    const made = accepted(await lead.post<NoticeView>('/api/night-notices', night), 201);
    expect(made).toMatchObject({ status: 'released', lane: 'night', reviewBy: expect.any(String) });
    expect(made.zh.body).toMatch(/^3栋自 \d+月\d+日 02:0\d 起停水。/);
    await waitFor(() => texted().length === 1, { what: 'the SMS at night' });
    expect(texted()).toMatchObject([{ templateId: 'T9', parameters: { text: expect.stringContaining('3栋自') } }]);
    expect(await told(resident, made.id)).toEqual(['notice-released']);
    expect(await told(director, made.id)).toEqual(['notice-to-review']);
    const delivered = async () => (await figures(made.id)).channels.find(({ channel }) => channel === 'sms');
    await waitFor(async () => (await delivered())?.delivered === 1, { what: 'the SMS to count as delivered' });

    await office.clock.forward(20 * hour + 60_000);
    expect((await told(director, made.id)).toSorted()).toEqual(['notice-to-review', 'promise-late']);
    expect((await lead.post<Problem>(`${noticesPath}/${made.id}/review`, { verdict: 'accepted' })).status).toBe(403);
    expect((await director.in('en').post<Problem>(`${noticesPath}/${made.id}/review`, { verdict: 'objected' })).body).toMatchObject({ status: 400, code: 'objection-needs-remarks', title: 'Please say what you object to' });
    await noticeAct(director, made.id, 'review', { verdict: 'objected', remarks: '楼栋写错了' });
    const timeline = async (who: Session) => (await who.get<TimelineView>(`${noticesPath}/${made.id}/timeline`)).body?.items?.map(({ summary }) => summary) ?? [];
    await waitFor(async () => (await timeline(lead)).includes('夜间发布复核：有异议 楼栋写错了'), { what: 'the review on the timeline' });
    expect((await timeline(lead)).filter((summary) => summary.startsWith('“复核”升级提醒'))).toEqual(['“复核”升级提醒：责任人，已通知']);
    expect((await resident.get(`${noticesPath}/${made.id}/timeline`)).status).toBe(403);
    expect(await told(lead, made.id)).toEqual(['notice-objected']);
    await noticeAct(director, made.id, 'withdraw', { reason: '楼栋写错了' });
    await waitFor(() => texted().length === 2, { what: 'the SMS that it was withdrawn' });
    expect(texted()[1]).toMatchObject({ parameters: { text: '公告已撤回：临时停水通知' } });

    await untilHour(10);
    expect((await lead.post<Problem>('/api/night-notices', { ...night, from: (await office.clock.now()).toISOString() })).body).toMatchObject({ status: 409, code: 'night-lane-closed', title: '夜间通道未开放' });
    expect(await told(await office.as('company'), made.id)).toEqual([]);
  }, 120_000);

  it('reminds whoever has not read it by itself, and ends at its time', async () => {
    const validUntil = new Date((await office.clock.now()).getTime() + 5 * hour).toISOString();
    const { id } = await approvedNotice(clerk, lead, { ...atBuilding(), onPublicBoard: true, remindAfterHours: 3, validUntil });
    await noticeAct(clerk, id, 'release');
    expect((await clerk.post<Problem>(noticesPath, { siteId, kind: 'outage', ...contentOf({ validUntil: '2020-01-01T00:00:00Z' }) })).body).toMatchObject({ status: 400, code: 'notice-time-wrong', errors: [{ pointer: '/validUntil' }] });
    await office.clock.forward(3 * hour + 60_000);
    expect((await told(resident, id)).sort()).toEqual(['notice-released', 'notice-reminder']);
    await office.clock.forward(2 * hour);
    expect(await read(resident, id)).toMatchObject({ status: 'expired' });
    expect((await board()).map((each) => each.id)).not.toContain(id);
    expect((await clerk.in('en').post<Problem>(`${noticesPath}/${id}/withdraw`, { reason: 'x' })).status).toBe(403);
    expect((await lead.in('en').post<Problem>(`${noticesPath}/${id}/withdraw`, { reason: 'x' })).body).toMatchObject({ status: 409, code: 'notice-move-illegal', detail: 'The notice is expired and cannot be moved by "withdraw". Allowed now: correct, record that slips were left, correct which slips were left.' });
  }, 60_000);

  it('is brought to its approvers again when nobody decides on it', async () => {
    const { id } = await draftNotice(clerk);
    await noticeAct(clerk, id, 'submit');
    // Longer than any holidays.
    await office.clock.forward(12 * 24 * hour);
    expect((await told(lead, id)).toSorted()).toEqual(['notice-to-approve', 'promise-late']);
    const { contentHash } = await read(director, id);
    await noticeAct(director, id, 'approve', { contentHash });
  }, 120_000);

  it('the director reads how far they all came, by kind', async () => {
    const now = (await office.clock.now()).getTime();
    const period = `from=${new Date(now - 60 * 24 * hour).toISOString()}&to=${new Date(now + hour).toISOString()}`;
    const { items } = accepted(await director.get<{ items: Array<{ group: string; released: number; people: number; read: number }> }>(`/api/statistics/notice-reach?${period}&groupBy=kind`), 200);
    const [row] = await office.query<{ released: number; people: number }>(
      `SELECT count(DISTINCT n.id)::int AS released, count(DISTINCT (r.notice_id, r.person_id))::int AS people FROM notifications.notice n
       LEFT JOIN notifications.notice_recipient r ON r.notice_id = n.id WHERE n.kind = 'outage' AND n.released_at IS NOT NULL`,
    );
    expect(items.find(({ group }) => group === 'outage')).toMatchObject(row!);
    expect((await resident.get(`/api/statistics/notice-reach?${period}`)).status).toBe(403);
  });

  /** Moves on to the next time the wall of the site shows this hour. */
  async function untilHour(wanted: number): Promise<void> {
    const wall = ((await office.clock.now()).getTime() + 8 * hour) % (24 * hour);
    await office.clock.forward((wanted * hour + 60_000 - wall + 24 * hour) % (24 * hour));
  }
});
