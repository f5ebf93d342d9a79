import { openEventStream, waitFor } from '@property-office/testing';
import sharp from 'sharp';
import { contactAct, contactsPath, recordContact, siteOf, type ContactView } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { inboxOf, told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, repairsPath, timelineOf } from '../../support/repairs';
import type { Session } from '../../support/session';
import { attachmentsPath, upload } from '../../support/uploads';
import type { PageView, RepairView, TimelineView } from '../../support/views';

const patienceMs = 120_000;

export const contactDesk = journey('the contact desk through the gateway', (given) => {
  let office: Office;
  let desk: Session;
  let lead: Session;
  let clerk: Session;
  let resident: Session;
  let phone: string;

  beforeAll(async () => {
    ({ office } = given);
    [desk, lead, clerk, resident] = [await office.as('desk'), await office.as('lead'), await office.as('clerk'), await office.as('resident')];
    const unmasked = await desk.post<{ phone: string }>(`/api/people/${resident.who.id}/unmask`, { reason: '测试来电' });
    phone = accepted(unmasked, 200).phone;
    await office.comeToRest();
  });

  const read = async (id: string, person = desk): Promise<ContactView> => accepted(await person.get<ContactView>(`${contactsPath}/${id}`), 200);

  it('W2.1: a call is matched by its number, and becomes a repair with nothing retyped and no photo lost', async () => {
    const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#885522' } }).jpeg().toBuffer();
    const attachment = accepted(await upload(desk, photo, '截图.jpg'), 201).id;
    const contact = await recordContact(desk, { caller: { phone }, attachmentIds: [attachment] });
    expect(contact.caller).toMatchObject({ kind: 'resident', personId: resident.who.id, homeId: resident.homeId });
    await office.comeToRest();

    const convert = () => contactAct(desk, contact.id, 'convert', { to: 'repair-request', repair: { category: 'light' } });
    const clicks = await Promise.all([convert(), convert(), convert()]);
    expect(new Set(clicks.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { id } = accepted(clicks[0]!, 200).convertedTo!;
    const linked = await waitFor(async () => (await read(contact.id)).convertedTo?.number, { what: 'the number of the repair' });

    const repair = accepted(await resident.get<RepairView & { contactId: string; attachments: Array<{ id: string; url: string }> }>(`${repairsPath}/${id}`), 200);
    expect(repair).toMatchObject({ number: linked, status: expect.any(String), description: '楼道的灯不亮了，请来修', contactId: contact.id });
    expect(repair.attachments.map((each) => each.id)).toEqual([attachment]);
    expect((await office.nobody().get(repair.attachments[0]!.url)).status).toBe(200);
    expect((await desk.get(`${attachmentsPath}/${attachment}`)).status).toBe(404);
    expect((await timelineOf(resident, id))[0]).toMatchObject({ type: 'tickets.repair-requested.v1', actor: { role: 'desk' } });
    const contactOf = await desk.get<{ phone: string }>(`${repairsPath}/${id}/contact`);
    expect(contactOf).toMatchObject({ status: 200, body: { phone } });
    await office.comeToRest();
    const links = await office.query<{ type: string }>('SELECT object_type AS type FROM files.attachment_link WHERE attachment_id = $1 ORDER BY 1', [attachment]);
    expect(links).toEqual([{ type: 'contact' }, { type: 'repair-request' }]);
    expect(await office.query('SELECT 1 FROM tickets.repair_request WHERE contact_id = $1', [contact.id])).toHaveLength(1);
  });

  it('W2.1: a caller whose number says nothing is found by pinyin or home, and the contact is theirs', async () => {
    const home = accepted(await desk.get<{ code: string }>(`/api/homes/${resident.homeId}`), 200);
    const found = accepted(await desk.get<{ items: Array<{ personId: string; phone: string; homes: Array<{ homeId: string }> }> }>(`/api/people/callers?siteId=${siteOf(desk)}&q=${home.code}`), 200);
    const caller = found.items.find(({ personId }) => personId === resident.who.id)!;
    expect([caller.phone, caller.homes.map(({ homeId }) => homeId)]).toEqual([expect.stringContaining('****'), expect.arrayContaining([resident.homeId])]);
    expect((await resident.get(`/api/people/callers?siteId=${siteOf(desk)}&q=${home.code}`)).status).toBe(403);
    const contact = await recordContact(desk, { caller: { personId: caller.personId, homeId: resident.homeId } });
    expect(contact.caller).toMatchObject({ kind: 'resident', personId: resident.who.id, homeId: resident.homeId });
  });

  it('W2.1: what tickets would refuse is refused when it is converted, in both languages', async () => {
    const { id } = await recordContact(desk, { caller: { phone } });
    const convert = (person: Session, repair: object) =>
      contactAct<Problem>(person, id, 'convert', { to: 'repair-request', repair });
    expect((await convert(desk, { category: 'magic' })).body).toMatchObject({ status: 400, code: 'category-unknown', title: '没有这个报修类别', errors: [{ pointer: '/repair/category' }] });
    expect((await convert(desk.in('en'), { category: 'magic' })).body).toMatchObject({ status: 400, title: 'No such repair category' });
    const other = await office.as('desk2');
    const elsewhere = accepted(await other.get<PageView<{ id: string }>>('/api/homes?limit=1'), 200).items[0]!.id;
    expect((await convert(desk, { category: 'light', location: { homeId: elsewhere } })).body).toMatchObject({ status: 400, code: 'location-unknown', errors: [{ pointer: '/repair/location' }] });
    expect((await read(id)).status).toBe('open');
  });

  it('W2.1: a contact becomes a complaint: its number is back on the contact, its photo in the case, hidden from whom it is about', async () => {
    const [technician, director] = [await office.as('technician'), await office.as('director')];
    const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#225588' } }).jpeg().toBuffer();
    const attachment = accepted(await upload(desk, photo, '现场.jpg'), 201).id;
    const streams = await Promise.all([technician, lead].map(({ token }) => openEventStream(`${office.url}/api/stream`, { authorization: `Bearer ${token}` })));
    const contact = await recordContact(desk, { caller: { phone }, ownWords: '师傅态度恶劣', attachmentIds: [attachment] });
    await office.comeToRest();
    const convert = (complaint: object, person = desk) => contactAct(person, contact.id, 'convert', { to: 'complaint', callerConfirmed: true, complaint });
    const refused = await convert({ category: 'boredom' });
    expect(refused.body).toMatchObject({ status: 400, code: 'complaint-kind-unknown', title: '没有这个投诉类别', errors: [{ pointer: '/complaint/category' }] });
    expect((await convert({ signs: ['hotline'] }, desk.in('en'))).body).toMatchObject({ status: 400, code: 'hotline-incomplete', errors: [{ pointer: '/complaint/hotlineNumber' }] });
    expect((await read(contact.id)).status).toBe('open');

    const said = { category: 'attitude', aboutPersonId: technician.who.id };
    const clicks = await Promise.all([convert(said), convert(said)]);
    expect(new Set(clicks.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { id } = accepted(clicks[0]!, 200).convertedTo!;
    const number = await waitFor(async () => (await read(contact.id)).convertedTo?.number, { what: 'the number of the complaint' });
    const path = `/api/complaints/${id}`;
    const complaint = accepted(await director.get<{ number: string; words: string; attachments: Array<{ id: string }> }>(path), 200);
    expect(complaint).toMatchObject({ number, words: '师傅态度恶劣', kind: 'attitude', channel: 'contact', complainants: [{ contactId: contact.id }] });
    expect(complaint.attachments.map((each) => each.id)).toEqual([attachment]);
    const { items } = accepted(await director.get<{ items: object[] }>(`${path}/complainants`), 200);
    expect(items).toMatchObject([{ personId: resident.who.id, contact: { phone } }]);
    await office.comeToRest();
    // The lead of the desk leads the technician's crew, too: neither the case nor the call is theirs to see.
    for (const target of [path, `${path}/complainants`, `${path}/timeline`, `${contactsPath}/${contact.id}/timeline`])
      for (const who of [technician, lead]) expect([403, 404]).toContain((await who.get(target)).status);
    for (const target of [`${contactsPath}/${contact.id}`, `${contactsPath}/${contact.id}/timeline`]) expect((await lead.get(target)).status).toBe(404);
    // The caller complains as if they had filed it themselves: they read it, and hear what happens. Nobody it is hidden from does.
    expect(accepted(await resident.get(path), 200)).toMatchObject({ number, words: '师傅态度恶劣', file: null, attachments: [{ id: attachment }] });
    expect(accepted(await resident.get<TimelineView>(`${path}/timeline`), 200).items).toHaveLength(1);
    await told(resident, id, 'complaint-accepted');
    for (const verb of ['assign', 'acknowledge']) accepted(await director.post(`${path}/${verb}`, verb === 'assign' ? { handlerId: director.who.id } : { how: 'telephone' }), 200);
    await told(resident, id, 'complaint-acknowledged');
    // Who rings about it hears how it stands from the desk, and nothing of it from whom it is hidden from.
    const say = async (who: Session): Promise<string> =>
      accepted(await who.get<{ zh: string[] }>(`${contactsPath}/say-this-now?siteId=${siteOf(desk)}&personId=${resident.who.id}`), 200).zh.join('');
    const [byDesk, byLead] = [await say(desk), await say(lead)];
    expect(byDesk).toMatch(new RegExp(`“服务态度”投诉（${number}）目前已受理.*我们承诺.*前办结。`));
    expect(byLead).not.toContain(number);
    await office.comeToRest();
    for (const who of [technician, lead]) {
      expect(accepted(await who.get<PageView<{ id: string }>>('/api/complaints?limit=100'), 200).items.map((each) => each.id)).not.toContain(id);
      expect((await inboxOf(who)).map(({ subject }) => subject.id)).not.toContain(id);
    }
    for (const stream of streams) for (const hidden of [id, contact.id]) expect(JSON.stringify(stream.events)).not.toContain(hidden);
    for (const stream of streams) stream.close();
    const events = await office.query('SELECT actor_id, data FROM complaints.ledger WHERE aggregate_id = $1 UNION ALL SELECT actor_id, data FROM reception.ledger WHERE aggregate_id = $2', [id, contact.id]);
    for (const secret of [resident.who.id, resident.homeId]) expect(JSON.stringify(events)).not.toContain(secret);
    const links = await office.query<{ type: string }>('SELECT object_type AS type FROM files.attachment_link WHERE attachment_id = $1 ORDER BY 1', [attachment]);
    expect(links).toEqual([{ type: 'complaint' }, { type: 'contact' }]);
    expect(await office.query('SELECT 1 FROM complaints.complainant WHERE contact_id = $1', [contact.id])).toHaveLength(1);
  });

  it('W2.1: a contact becomes a suggestion, once, with its number on the contact', async () => {
    const contact = await recordContact(desk, { caller: { phone }, ownWords: '大堂放一个伞架' });
    const { id } = accepted(await contactAct(desk, contact.id, 'convert', { to: 'suggestion', callerConfirmed: true }), 200).convertedTo!;
    const number = await waitFor(async () => (await read(contact.id)).convertedTo?.number, { what: 'the number of the suggestion' });
    expect(accepted(await lead.get(`/api/suggestions/${id}`), 200)).toMatchObject({ number, words: '大堂放一个伞架', contactId: contact.id });
    expect(accepted(await resident.get(`/api/suggestions/${id}`), 200)).toMatchObject({ number });
    await told(resident, id, 'suggestion-accepted');
    expect((await (await office.as('resident2')).get(`/api/suggestions/${id}`)).status).toBe(404);
  });

  it('W2.1: a hand-over counts when it is accepted, and the colleague and the owner are told', async () => {
    const { id } = await recordContact(desk);
    accepted(await contactAct(desk, id, 'offer', { toPersonId: clerk.who.id, note: '请跟进' }), 200);
    await told(clerk, id, 'contact-offered');
    expect(await read(id)).toMatchObject({ status: 'offered', ownerId: desk.who.id });
    expect((await contactAct<Problem>(clerk, id, 'answer', { answer: '好' })).body).toMatchObject({ status: 403, code: 'not-the-owner' });
    accepted(await contactAct(clerk, id, 'accept'), 200);
    await told(desk, id, 'contact-accepted');
    expect((await contactAct<Problem>(desk, id, 'answer', { answer: '好' })).body).toMatchObject({ status: 403, code: 'not-the-owner' });
    accepted(await contactAct(clerk, id, 'guide', { whereTo: '街道办事处', callerTold: true }), 200);
    await office.comeToRest();
    const timeline = accepted(await desk.get<TimelineView>(`${contactsPath}/${id}/timeline`), 200).items;
    expect(timeline.map(({ type }) => type.split('.')[1])).toEqual(['contact-recorded', 'contact-offered', 'contact-accepted', 'contact-guided']);
    expect(timeline.at(-1)!.summary).toBe('已指引到：街道办事处');
    expect((await resident.get(`${contactsPath}/${id}/timeline`)).status).toBe(403);
    expect((await (await office.as('desk2')).get(`${contactsPath}/${id}/timeline`)).status).toBe(404);
  });

  it('W2.1: an offer nobody answers reminds its owner, then the lead', async () => {
    const { id } = await recordContact(desk);
    accepted(await contactAct(desk, id, 'offer', { toPersonId: clerk.who.id }), 200);
    await office.comeToRest();
    // Not skipped: whenever this runs, the desk's hours lie on the way, and nobody is reminded outside them.
    await office.clock.forward(24 * 3_600_000);
    await told(desk, id, 'promise-late');
    await told(lead, id, 'promise-late');
    expect(await read(id)).toMatchObject({ status: 'offered', ownerId: desk.who.id });
    accepted(await contactAct(lead, id, 'accept'), 200);
    accepted(await contactAct(lead, id, 'answer', { answer: '已电话答复' }), 200);
  }, patienceMs);

  it('W2.1: a heated talk goes to the lead in one act', async () => {
    const { id } = await recordContact(desk);
    accepted(await contactAct(desk, id, 'call-lead'), 200);
    await told(lead, id, 'contact-heated');
    expect(accepted(await contactAct(lead, id, 'accept'), 200).ownerId).toBe(lead.who.id);
  });

  it('W2.1, R3.1: a resident writes in the portal, one at the desk takes it, and only who wrote it reads the answer', async () => {
    const neighbour = await office.as('resident2');
    const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#558822' } }).jpeg().toBuffer();
    const attachment = accepted(await upload(resident, photo, '车库.jpg'), 201).id;
    const said = { words: '地下车库什么时候装充电桩？', attachmentIds: [attachment] };
    const { id } = accepted(await resident.post<{ id: string }>('/api/enquiries', said), 201);
    const path = `/api/enquiries/${id}`;
    const written = await read(id);
    expect(written).toMatchObject({ status: 'offered', channel: 'portal', caller: { personId: resident.who.id } });
    // By day the plan of the demonstration has somebody at the desk, at night its lead answers.
    expect([desk.who.id, lead.who.id]).toContain(written.ownerId);
    const [owner, taker] = written.ownerId === desk.who.id ? [desk, lead] : [lead, desk];
    for (const who of [owner, desk]) await told(who, id, 'enquiry-came');
    expect((await resident.get<{ status: string }>(path)).body.status).toBe('received');
    accepted(await contactAct(taker, id, 'accept'), 200);
    await told(owner, id, 'contact-accepted');
    accepted(await contactAct(taker, id, 'answer', { answer: '明年三月动工', summary: '多次询问' }), 200);
    const own = accepted(await resident.get<{ status: string; answer: string; attachments: Array<{ id: string; url: string }> }>(path), 200);
    expect(own).toMatchObject({ status: 'answered', answer: '明年三月动工', attachments: [{ id: attachment }] });
    expect(JSON.stringify(own)).not.toContain('多次询问');
    const { title, subject } = await told(resident, id, 'enquiry-answered');
    expect([title, subject]).toEqual([`您的咨询 ${written.number} 已答复，请查看`, { type: 'enquiry', id }]);
    expect((await office.nobody().get(own.attachments[0]!.url)).status).toBe(200);
    expect(accepted(await resident.get<PageView<{ id: string }>>('/api/enquiries'), 200).items[0]!.id).toBe(id);
    expect((await neighbour.get(path)).status).toBe(404);
    expect(accepted(await neighbour.get<PageView<object>>('/api/enquiries'), 200).items).toEqual([]);
    expect((await desk.get(path)).status).toBe(403);
    await office.comeToRest();
    const timeline = accepted(await desk.get<TimelineView>(`${contactsPath}/${id}/timeline`), 200).items;
    expect(timeline.map(({ type }) => type.split('.')[1])).toEqual(['contact-recorded', 'contact-offered', 'contact-accepted', 'contact-answered']);
    expect(JSON.stringify(timeline)).not.toContain(resident.who.id);
  });

  it('R3.1: the standard answer that was used stands on the contact in the version used', async () => {
    const body = { siteId: siteOf(desk), title: { zh: '晾晒时间', en: 'Drying hours' }, text: { zh: '工作日八点到十八点。', en: 'Workdays 8 to 18.' } };
    const answer = accepted(await desk.post<{ id: string; version: number }>('/api/standard-answers', body), 201);
    const found = await desk.get<PageView<{ id: string }>>('/api/standard-answers?q=liangshai');
    expect(found.body.items.map(({ id }) => id)).toEqual([answer.id]);
    const { id } = await recordContact(desk, { ownWords: '什么时候可以晾晒？' });
    const standardAnswer = { id: answer.id, version: answer.version };
    expect(accepted(await contactAct(desk, id, 'answer', { standardAnswer }), 200)).toMatchObject({ status: 'answered', answer: '工作日八点到十八点。', standardAnswer });
  });

  it('R2.3: a phone note is acknowledged by the colleague it is for', async () => {
    const note = accepted(await desk.post<{ id: string }>('/api/phone-notes', { siteId: siteOf(desk), toPersonId: clerk.who.id, caller: { name: '刘处长' }, message: '请回电档案局' }), 201);
    await told(clerk, note.id, 'phone-note-left');
    accepted(await clerk.post(`/api/phone-notes/${note.id}/acknowledge`, {}), 200);
    await told(desk, note.id, 'phone-note-acknowledged');
    expect((await (await office.as('technician')).get(`/api/phone-notes/${note.id}`)).status).toBe(404);
  });

  it('W2.1: a guest is announced, confirmed by the host, let in by a pass and seen out', async () => {
    const from = await office.clock.now();
    const visit = { siteId: siteOf(desk), kind: 'resident-guest', hostId: resident.who.id, homeId: resident.homeId, name: '何先生', from, until: new Date(from.getTime() + 3_600_000) };
    const refused = await desk.post<Problem>('/api/visitors', { ...visit, idCard: '11010519491231002X' });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ pointer: '/idCard' }] });
    const { id } = accepted(await desk.post<{ id: string }>('/api/visitors', visit), 201);
    await told(resident, id, 'visitor-to-confirm');
    accepted(await resident.post(`/api/visitors/${id}/confirm`, {}), 200);
    const pass = accepted(await resident.post<{ passCode: string; qr: string }>(`/api/visitors/${id}/pass`, {}), 200);
    expect(pass.qr).toContain('<svg');
    accepted(await clerk.post('/api/visitors/admit', { siteId: siteOf(desk), passCode: pass.passCode }), 200);
    await told(resident, id, 'visitor-came');
    const inside = await desk.get<PageView<{ id: string }>>('/api/visitors?status=inside');
    expect(inside.body.items.map((visitor) => visitor.id)).toContain(id);
    await office.clock.skip(2 * 3_600_000);
    await office.comeToRest();
    await told(desk, id, 'visitor-overstayed');
    accepted(await clerk.post(`/api/visitors/${id}/see-out`, {}), 200);
    await office.clock.skip(31 * 24 * 3_600_000);
    await office.comeToRest();
    expect(accepted(await desk.get<{ guest: object | null; status: string }>(`/api/visitors/${id}`), 200)).toMatchObject({ status: 'left', guest: null });
  });

  it('G7: what a contact holds of people is removed when its retention is over, and its timeline says so', async () => {
    const { id } = await recordContact(desk, { caller: { phone }, ownWords: '隔壁夜里很吵' });
    await office.query(`INSERT INTO reception.retention (site_id, what, days, source_zh, source_en, effective_from) VALUES ($1, 'contact', 1, '试验', 'trial', '2025-01-01')`, [siteOf(desk)]);
    accepted(await contactAct(desk, id, 'guide', { whereTo: '派出所找王敏', callerTold: true }), 200);
    const written = async () => JSON.stringify(accepted(await desk.get<TimelineView>(`${contactsPath}/${id}/timeline`), 200));
    await office.comeToRest();
    expect(await written()).toContain('派出所找王敏');
    await office.clock.skip(2 * 24 * 3_600_000);
    await office.comeToRest();
    expect(await read(id)).toMatchObject({ status: 'guided-elsewhere', caller: { kind: 'unknown', personId: null }, ownWords: '' });
    expect(await written()).not.toContain('王敏');
    const timeline = accepted(await desk.get<TimelineView>(`${contactsPath}/${id}/timeline`), 200).items;
    expect(timeline.at(-1)).toMatchObject({ type: 'reception.contact-forgotten.v1', summary: '保存期满，个人信息已删除' });
  });

  it('G7: who rang for a colleague, and their message, are removed when the retention of the note is over', async () => {
    const notes = '/api/phone-notes';
    const input = { siteId: siteOf(desk), toPersonId: clerk.who.id, message: '刘处长请回电', caller: { name: '刘处长', phone } };
    const { id } = accepted(await desk.post<{ id: string }>(notes, input), 201);
    await office.query(`INSERT INTO reception.retention (site_id, what, days, source_zh, source_en, effective_from) VALUES ($1, 'phone-note', 1, '试验', 'trial', '2025-01-01')`, [siteOf(desk)]);
    accepted(await clerk.post(`${notes}/${id}/acknowledge`, {}), 200);
    await office.clock.skip(2 * 24 * 3_600_000);
    await office.comeToRest();
    const note = accepted(await clerk.get<{ message: string; caller: object; forgottenAt: string | null }>(`${notes}/${id}`), 200);
    expect(note).toMatchObject({ message: '', caller: { name: null, phone: null }, forgottenAt: expect.any(String) });
  });

  it('says two true sentences to whoever rings', async () => {
    const said = accepted(await desk.get<{ personIds: string[]; zh: string[]; en: string[] }>(`${contactsPath}/say-this-now?siteId=${siteOf(desk)}&phone=${phone}`), 200);
    expect(said.personIds).toEqual([resident.who.id]);
    const open = accepted(await resident.get<PageView<RepairView>>(`${repairsPath}?limit=1`), 200).items[0]!;
    // Of what moved last; suggestions are said by their time alone.
    expect(said.zh.join('')).toMatch(new RegExp(`${open.number}|[QC]-\\d+-\\d+|您\\d+月\\d+日 \\d+:\\d+的建议`));
    expect(said.en).toHaveLength(2);
  });
});
