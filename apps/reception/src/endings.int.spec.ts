import { derivedId, newId } from '@property-office/kernel';
import type { Principal } from '@property-office/contracts';
import { Desk } from './desk.fixture';
import { NoteNumberReaction } from './reactions/note-number.reaction';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  agent = await desk.holding('desk');
});
afterAll(() => reception.close());

const hear = (how: 'onCase' | 'onHidden', subject: string, data: object) =>
  reception.transaction(async (tx) => reception.part(NoteNumberReaction)[how]({ subject, data } as never, { tx } as never));

const lastOf = async (id: string) => (await reception.events(id)).at(-1)!;

describe('a contact ends guided elsewhere (W2.1)', () => {
  it('when the caller was told where to turn', async () => {
    const id = await desk.recorded(agent);
    expect((await desk.act(id, 'guide', agent, { whereTo: '燃气公司', callerTold: false })).body).toMatchObject({ status: 400, code: 'caller-not-told' });
    expect((await desk.act(id, 'guide', agent, { whereTo: '燃气公司' })).body).toMatchObject({ status: 400, errors: [{ pointer: '/callerTold' }] });
    expect((await desk.read(id, agent)).body.status).toBe('open');
    expect(await desk.act(id, 'guide', agent, { whereTo: '燃气公司', callerTold: true })).toMatchObject({ status: 200, body: { status: 'guided-elsewhere', guidedTo: '燃气公司' } });
    expect(await lastOf(id)).toMatchObject({ type: 'reception.contact-guided.v1', data: { whereTo: '燃气公司' } });
  });
});

describe('a contact is converted (W2.1)', () => {
  const repair = { category: 'light', urgency: 'urgent' };

  it('to a repair request with nothing retyped, its attachments, and its reporter: none is lost in converting (what the closest systems get wrong)', async () => {
    const resident = await desk.resident({ phone: '13800000003' });
    const attachmentIds = [newId(), newId()];
    const id = await desk.recorded(agent, { attachmentIds, caller: { phone: '13800000003' } });
    const answer = await desk.act(id, 'convert', agent, { to: 'repair-request', repair });
    const objectId = derivedId(id, 'repair-request');
    expect(answer).toMatchObject({ status: 200, body: { status: 'converted', convertedTo: { kind: 'repair-request', id: objectId, number: null } } });
    expect(desk.checked).toEqual([{ siteId: desk.siteId, category: 'light', location: { kind: 'home', id: desk.home } }]);
    expect(await lastOf(id)).toMatchObject({
      type: 'reception.contact-converted.v1',
      data: {
        contactId: id,
        to: 'repair-request',
        objectId,
        description: '楼道的灯不亮，什么时候修？',
        reporterId: resident.personId,
        location: { kind: 'home', id: desk.home },
        attachmentIds,
        repair: { category: 'light', urgent: true, preferredFrom: null, preferredTo: null },
      },
    });
    await reception.transaction(async (tx) => {
      const heard = { subject: objectId, data: { contactId: id, number: 'R-20261123-10001' } };
      reception.part(NoteNumberReaction).onRequested(heard as never, { tx } as never);
    });
    expect((await desk.read(id, agent)).body.convertedTo.number).toBe('R-20261123-10001');
  });

  it.each(['under one key', 'without a key'])('once, however often and at once it is clicked: %s', async (how) => {
    const id = await desk.recorded(agent);
    const key: Record<string, string> = how === 'under one key' ? { 'idempotency-key': newId() } : {};
    const said = { to: 'repair-request', repair: { ...repair, location: { place: desk.lobby } } };
    const clicks = [...(await Promise.all([1, 2, 3].map(() => desk.act(id, 'convert', agent, said, key)))), await desk.act(id, 'convert', agent, said, key)];
    expect(new Set(clicks.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(clicks[0]!.status).toBe(200);
    expect((await reception.told(id)).filter((type) => type === 'contact-converted')).toHaveLength(1);
    expect((await desk.act(id, 'convert', agent, { to: 'suggestion' })).body).toMatchObject({ status: 409, code: 'contact-move-illegal' });
    expect((await desk.act(id, 'convert', await desk.holding('desk'), said)).status).toBe(403);
  });

  it('refuses what tickets would refuse, in the words of tickets, and announces nothing', async () => {
    const id = await desk.recorded(agent);
    desk.refused = {
      code: 'category-unknown',
      title: { zh: '没有这个报修类别', en: 'No such repair category' },
      detail: { zh: '报修类别“magic”不存在。', en: 'There is no repair category "magic".' },
      fields: [{ pointer: '/category', message: { zh: '请选择', en: 'choose one of the list' } }],
    };
    const said = { to: 'repair-request', repair: { category: 'magic', location: { place: desk.lobby } } };
    expect((await desk.act(id, 'convert', agent, said)).body).toMatchObject({
      status: 400,
      code: 'category-unknown',
      title: 'No such repair category',
      errors: [{ pointer: '/repair/category', message: 'choose one of the list' }],
    });
    expect((await desk.act(id, 'convert', agent, said, { 'accept-language': 'zh-CN' })).body).toMatchObject({ title: '没有这个报修类别' });
    expect(await reception.told(id)).toEqual(['contact-recorded']);
  });

  it.each([
    ['a repair without its category', { to: 'repair-request' }, 'conversion-incomplete', '/repair'],
    ['a repair of no place where the caller told none', { to: 'repair-request', repair }, 'conversion-incomplete', '/repair/location'],
    ['a visitor nobody describes', { to: 'visitor' }, 'conversion-incomplete', '/visitor'],
    ['a complaint about somebody who does not work here', { to: 'complaint', complaint: { aboutPersonId: newId() } }, 'not-of-the-staff', '/complaint/aboutPersonId'],
    ['a sign nobody knows', { to: 'complaint', complaint: { signs: ['boredom'] } }, 'invalid-fields', '/complaint/signs'],
    ['a suggestion about a home', { to: 'suggestion', place: 'home' }, 'contact-place-unknown', '/place'],
  ])('refuses %s', async (_, said, code, pointer) => {
    const id = await desk.recorded(agent);
    const body = 'place' in said ? { ...said, place: desk.home } : said;
    expect((await desk.act(id, 'convert', agent, body)).body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
    expect(await reception.told(id)).toEqual(['contact-recorded']);
  });

  it('to a complaint without a word of who complains', async () => {
    const resident = await desk.resident({ phone: '13800000004' });
    const id = await desk.recorded(agent, { ownWords: '保安态度恶劣', caller: { phone: '13800000004', name: '林女士' } });
    const about = await desk.holding('technician');
    const complaint = { category: 'attitude', aboutPersonId: about.personId, households: 6, signs: ['media', 'safety'] };
    expect((await desk.act(id, 'convert', agent, { to: 'complaint', place: desk.lobby, complaint })).status).toBe(200);
    const event = await lastOf(id);
    expect(event.data).toMatchObject({
      to: 'complaint',
      reporterId: null,
      location: { kind: 'place', id: desk.lobby },
      complaint: { ...complaint, hotlineNumber: null, hotlineDeadline: null },
    });
    for (const personal of [resident.personId, desk.home, '13800000004', '林女士']) expect(JSON.stringify(event)).not.toContain(personal);
  });

  it.each(['complaint', 'suggestion'] as const)('to a %s, whose it is complaints is told beside the event, and that is audited', async (to) => {
    const resident = await desk.resident();
    const id = await desk.recorded(agent, { caller: { personId: resident.personId } });
    expect((await desk.act(id, 'convert', agent, { to })).status).toBe(200);
    expect(desk.introduced).toEqual([{ objectId: derivedId(id, to), personId: resident.personId, homeId: desk.home }]);
    expect((await lastOf(id)).data).toMatchObject({ introduced: true });
    const told = await reception.rows(`SELECT actor_id, details FROM audit WHERE object_id = $1 AND operation = 'reception.convertContact'`, [id]);
    expect(told).toMatchObject([{ actor_id: agent.personId, details: { service: 'complaints', fields: ['person', 'home'] } }]);
  });

  it('to a complaint of whose number it was only when the desk has asked them: a number may ring in another hand', async () => {
    const resident = await desk.resident({ phone: '13800000031' });
    const call = () => desk.recorded(agent, { caller: { phone: '13800000031' } });
    expect((await desk.act(await call(), 'convert', agent, { to: 'complaint' })).status).toBe(200);
    expect(desk.introduced).toEqual([]);
    expect((await desk.act(await call(), 'convert', agent, { to: 'complaint', callerConfirmed: true })).status).toBe(200);
    expect(desk.introduced).toMatchObject([{ personId: resident.personId }]);
  });

  it('to a complaint of whose number it may only be: the home they told counts, the one of the number does not', async () => {
    await desk.resident({ phone: '13800000032' });
    const call = (caller: object) => desk.recorded(agent, { caller: { phone: '13800000032', ...caller } });
    const told = await call({ homeId: desk.otherHome });
    expect((await desk.act(told, 'convert', agent, { to: 'complaint' })).status).toBe(200);
    expect(desk.introduced).toEqual([{ objectId: derivedId(told, 'complaint'), homeId: desk.otherHome }]);
    expect((await lastOf(told)).data).toMatchObject({ introduced: true });
    expect(await reception.rows(`SELECT details -> 'fields' AS fields FROM audit WHERE object_id = $1 AND operation = 'reception.convertContact'`, [told])).toEqual([{ fields: ['home'] }]);
    for (const to of ['complaint', 'suggestion']) expect((await desk.act(await call(to === 'complaint' ? {} : { homeId: desk.home }), 'convert', agent, { to })).status).toBe(200);
    expect(desk.introduced).toHaveLength(1);
  });

  it('by its owner alone: whoever else tries, complaints is told of nobody', async () => {
    const resident = await desk.resident();
    const id = await desk.recorded(agent, { caller: { personId: resident.personId } });
    expect((await desk.act(id, 'convert', await desk.holding('desk'), { to: 'complaint' })).body).toMatchObject({ status: 403, code: 'not-the-owner' });
    expect(desk.introduced).toEqual([]);
  });

  it('to a complaint about whoever has that number: it never becomes theirs', async () => {
    const about = await desk.holding('technician');
    await desk.resident({ personId: about.personId });
    const id = await desk.recorded(agent, { caller: { personId: about.personId } });
    expect((await desk.act(id, 'convert', agent, { to: 'complaint', callerConfirmed: true, complaint: { aboutPersonId: about.personId } })).status).toBe(200);
    expect(desk.introduced).toEqual([]);
  });

  it.each([
    ['it turns out to be about them', { complaint: { aboutPersonId: 'caller' } }],
    ['it turns out that somebody else rang', { callerConfirmed: false }],
  ])('to a complaint that was refused at first, with its caller told of: when %s the event says it is not theirs', async (_, then) => {
    const caller = await desk.holding('technician');
    await desk.resident({ personId: caller.personId, phone: '13800000041' });
    const id = await desk.recorded(agent, { caller: { phone: '13800000041' } });
    const convert = (more: object, headers = {}) => desk.act(id, 'convert', agent, { to: 'complaint', callerConfirmed: true, ...more }, headers);
    expect((await convert({}, { 'if-match': '"99"' })).status).toBe(412);
    expect(desk.introduced).toHaveLength(1);
    expect((await convert('complaint' in then ? { complaint: { aboutPersonId: caller.personId } } : then)).status).toBe(200);
    expect((await lastOf(id)).data).toMatchObject({ introduced: false });
  });

  it('to a complaint of somebody nobody knows: complaints is told of nobody', async () => {
    const id = await desk.recorded(agent, { caller: { name: '王敏', phone: '13800000006' } });
    expect((await desk.act(id, 'convert', agent, { to: 'complaint' })).status).toBe(200);
    expect(desk.introduced).toEqual([]);
    expect(await reception.rows(`SELECT 1 FROM audit WHERE object_id = $1`, [id])).toEqual([]);
  });

  it('to a complaint, which complaints has examined, and shows its number when that is known', async () => {
    const id = await desk.recorded(agent);
    const complaint = { category: 'cleaning', signs: ['hotline'], hotlineNumber: '12345-1', hotlineDeadline: '2030-01-01T00:00:00.000Z' };
    expect((await desk.act(id, 'convert', agent, { to: 'complaint', complaint })).status).toBe(200);
    expect(desk.checked).toEqual([{ siteId: desk.siteId, category: 'cleaning', fromHotline: true, hotlineNumber: '12345-1', hotlineDeadline: '2030-01-01T00:00:00.000Z' }]);
    const [objectId, other] = [derivedId(id, 'complaint'), newId()];
    for (const subject of [objectId, other, objectId]) await hear('onCase', subject, { number: 'C-20261123-10009' });
    expect((await desk.read(id, agent)).body.convertedTo).toEqual({ kind: 'complaint', id: objectId, number: 'C-20261123-10009' });
    expect(await reception.rows('SELECT 1 FROM converted_object WHERE object_id = $1', [other])).toEqual([]);
  });

  it('to a suggestion, and shows its number when that is known', async () => {
    const id = await desk.recorded(agent);
    expect((await desk.act(id, 'convert', agent, { to: 'suggestion', place: desk.lobby })).status).toBe(200);
    await hear('onCase', derivedId(id, 'suggestion'), { number: 'S-20261123-10009' });
    expect((await desk.read(id, agent)).body.convertedTo.number).toBe('S-20261123-10009');
  });

  it('not to a complaint that complaints would refuse, in its words', async () => {
    const id = await desk.recorded(agent);
    const message = { zh: '请选择本项目的员工', en: 'choose staff of this site' };
    desk.refused = { code: 'about-unknown', title: { zh: '被投诉的人员有误', en: 'Wrong' }, fields: [{ pointer: '/aboutPersonId', message }] };
    const said = { to: 'complaint', complaint: { aboutPersonId: newId() } };
    expect((await desk.act(id, 'convert', agent, said)).body).toMatchObject({ status: 400, code: 'about-unknown', errors: [{ pointer: '/complaint/aboutPersonId', message: message.en }] });
    expect((await desk.act(id, 'convert', agent, said, { 'accept-language': 'zh-CN' })).body).toMatchObject({ title: '被投诉的人员有误' });
    expect(await reception.told(id)).toEqual(['contact-recorded']);
  });

  it('to a complaint, and is hidden from whom that is about and their crew from then on (W2.3)', async () => {
    const crew = newId();
    const about = await desk.holding('desk', { crews: [crew] });
    const mate = await desk.holding('desk-lead', { crews: [crew] });
    const id = await desk.recorded(agent, { ownWords: '前台态度恶劣 rude' });
    const sees = async (who: Principal) => {
      const listed = await reception.ask('GET /api/contacts?q=rude', who);
      const statuses = [(await desk.read(id, who)).status, (await reception.ask(`GET /api/contacts/${id}/caller`, who)).status, (await desk.act(id, 'accept', who)).status];
      return { listed: listed.body.items.length, statuses };
    };
    expect((await desk.read(id, about)).status).toBe(200);
    expect((await desk.act(id, 'convert', agent, { to: 'complaint', complaint: { category: 'attitude', aboutPersonId: about.personId } })).status).toBe(200);
    expect(await sees(about)).toEqual({ listed: 0, statuses: [404, 404, 404] });
    expect((await desk.read(id, mate)).status).toBe(200);
    await hear('onHidden', derivedId(id, 'complaint'), { hiddenFrom: { personIds: [about.personId], crewIds: [crew] } });
    expect(await sees(mate)).toEqual({ listed: 0, statuses: [404, 404, 404] });
    expect((await desk.read(id, await desk.holding('desk-lead'))).status).toBe(200);
  });
});
