import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterEach(() => (complaints.neighbours = () => ({})));
afterAll(() => complaints.close());

const print = (path: string, who: Principal) => complaints.answer(`GET /api/${path}/receipt`, who, undefined, { host: 'office.example' });
const opened = (text: string) => complaints.answer(`GET ${new URL(/aria-label="([^"]+)"/.exec(text)![1]!).pathname}`, undefined);
const namedSite = () => {
  const site = { placeId: office.siteId, kind: 'site' as const, parentId: null, buildingId: null, code: 'YG', nameZh: '阳光花园', nameEn: null, label: '阳光花园', labelEn: 'Sunshine', timeZone: 'Asia/Shanghai', externalCode: null };
  return complaints.hear(announced('directory.place-registered.v1', office.siteId, office.siteId, site), ['complaints__places_v2']);
};

describe('W6.4: a receipt of a complaint in large type', () => {
  it('says number, when, what, by when and whom to ask, then what was answered, and nothing of the file', async () => {
    await namedSite();
    const id = await office.recorded({ words: '<b>楼道</b>三天没有打扫', aboutPersonIds: [office.technician.personId] });
    const first = await print(`complaints/${id}`, office.desk);
    expect([first.status, first.headers['content-type'], first.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    const { number } = (await office.read(id)).body;
    for (const said of [number, '投诉回执', '阳光花园客服前台', '保洁', '&lt;b&gt;楼道&lt;/b&gt;三天没有打扫', '最迟', '已登记']) expect(first.text).toContain(said);
    await office.answered(id);
    const { text } = await print(`complaints/${id}`, office.desk);
    for (const said of ['对不起', '已补扫并调整排班', '待反馈']) expect(text).toContain(said);
    for (const hidden of ['查看了监控', '保洁漏扫', office.technician.personId, '最迟', '<b>']) expect(text).not.toContain(hidden);
  });

  it('its QR opens how the case stands, without an account, and not what or whom it is about', async () => {
    const id = await office.recorded({ words: '楼道三天没有打扫' });
    const page = await opened((await print(`complaints/${id}`, office.desk)).text);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('已登记');
    expect(page.text).not.toMatch(/楼道|保洁|cleaning/);
    expect((await complaints.answer(`GET /follow/cases/${'A'.repeat(22)}.x`, undefined)).status).toBe(404);
  });

  it('of one that was merged says under which number it goes on, as its page does, in both languages', async () => {
    const [id, into] = [await office.recorded(), await office.recorded()];
    await office.mergedIn(id, into);
    const { number } = (await office.read(into)).body;
    const { text } = await print(`complaints/${id}`, office.desk);
    for (const said of [number, '已并入以下投诉', 'Merged into this complaint']) expect(text).toContain(said);
    const page = (await opened(text)).text;
    for (const said of [number, '已并入以下投诉', '已登记']) expect(page).toContain(said);
    for (const each of [text, page]) expect(each).not.toContain('同一事项');
    expect((await print(`complaints/${into}`, office.desk)).text).not.toContain('已并入以下投诉');
  });

  it('is a paper of one of several who complain: nobody reads the words of another', async () => {
    const id = await office.recorded({ words: '甲说的话' });
    const other = office.holding('resident', { homes: [office.homes[1]!] });
    const joined = await office.act(id, 'join', office.desk, { personId: other.personId, homeId: office.homes[1]!, words: '乙说的话' });
    expect(joined.status).toBe(200);
    expect((await print(`complaints/${id}`, office.desk)).text).not.toMatch(/甲说的话|乙说的话/);
    expect((await print(`complaints/${id}`, office.resident)).text).toMatch(/甲说的话/);
    expect((await print(`complaints/${id}`, other)).text).toMatch(/乙说的话/);
    expect((await print(`complaints/${id}`, other)).text).not.toMatch(/甲说的话/);
  });

  it('is for who may see the case alone: not for whom it is about, nor for another site', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.director.personId] });
    const elsewhere = (await Office.open(complaints)).desk;
    for (const who of [office.director, elsewhere, office.holding('resident')]) expect((await print(`complaints/${id}`, who)).status).toBe(404);
  });
});

it('W6.4: a receipt of a suggestion, by when it is reviewed, with its answer in the end', async () => {
  const { body } = await complaints.ask('POST /api/suggestions', office.resident, { words: '在南门装<i>长椅</i>', siteId: office.siteId });
  const first = await print(`suggestions/${body.id}`, office.resident);
  for (const said of [body.number, '建议回执', '在南门装&lt;i&gt;长椅&lt;/i&gt;', '最迟']) expect(first.text).toContain(said);
  expect((await opened(first.text)).text).toMatch(/建议进度/);
  const act = (verb: string, more: object) => complaints.ask(`POST /api/suggestions/${body.id}/${verb}`, office.lead, more);
  await act('review', { opinion: '内部意见' });
  await act('decline', { reason: '预算不足' });
  await act('answer', { how: 'telephone', answer: '明年再议' });
  const { text } = await print(`suggestions/${body.id}`, office.desk);
  for (const said of ['明年再议', '已答复']) expect(text).toContain(said);
  for (const inside of ['内部意见', '最迟']) expect(text).not.toContain(inside);
  expect((await print(`suggestions/${body.id}`, office.holding('resident'))).status).toBe(404);
});

it('W6.4: whoever deals with an open case, or follows it up, knows the wishes of each home, and reads by the audited route who is called instead', async () => {
  const [homeId, contactId] = [office.homes[0]!, newId()];
  const data = { homeId, noPhone: true, wishes: '请下午来', contactId };
  await complaints.hear(announced('directory.home-care-changed.v1', homeId, office.siteId, data), ['complaints__home_care_v1']);
  const asked: object[] = [];
  complaints.neighbours = (service, path, body) => {
    if (path !== '/internal/people/contacts') return {};
    asked.push({ service, ...body });
    return { items: [{ personId: contactId, name: '女儿', phone: '13811112222' }] };
  };
  const id = await office.recorded();
  expect((await office.read(id)).body.complainants[0].door).toEqual({ wishes: '请下午来', noPhone: true, hasContact: true });
  expect((await office.read(id, office.resident)).body.complainants[0]).toMatchObject({ door: null, furtherDoors: [] });
  // Of whoever complained for another home, too, what to mind at both doors.
  const besides = await office.recorded({ homeId: office.homes[5], onBehalfOf: office.resident.personId }, office.desk);
  await office.mergedIn(await office.recorded({ homeId }), besides);
  expect((await office.read(besides)).body.complainants[0]).toMatchObject({ door: null, furtherDoors: [{ wishes: '请下午来', noPhone: true, hasContact: true }] });
  expect((await complaints.ask(`GET /api/complaints/${id}/complainants`, office.lead)).body.items[0].instead).toEqual({ name: '女儿', phone: '13811112222' });
  expect(asked).toMatchObject([{ service: 'directory', personIds: [contactId] }]);
  const own = { name: '王敏', phone: '13800000000' };
  const reachable = await office.recorded({ homeId, contact: own }, office.desk);
  expect((await complaints.ask(`GET /api/complaints/${reachable}/complainants`, office.lead)).body.items[0]).toMatchObject({ homeId, contact: own, instead: null });
  expect(asked).toHaveLength(1);
  complaints.neighbours = () => {
    throw new Error('away');
  };
  expect(await complaints.ask(`GET /api/complaints/${id}/complainants`, office.lead)).toMatchObject({ status: 200, body: { items: [{ instead: null }] } });
  complaints.neighbours = () => ({});
  await office.closed(id);
  // Also whoever follows it up, until that is over; and again in the next round.
  expect((await office.read(id)).body.complainants[0].door).toMatchObject({ wishes: '请下午来' });
  await office.outcome(id, 'unsatisfied');
  await office.answered(id, office.lead);
  await office.does(id, 'answer', office.resident, { answer: 'accepted' });
  expect((await office.read(id)).body.complainants[0].door).toMatchObject({ wishes: '请下午来' });
  await office.outcome(id, 'satisfied', 2);
  const [double, into] = [await office.recorded(), await office.recorded()];
  await office.mergedIn(double, into);
  for (const over of [id, double]) expect((await office.read(over)).body.complainants[0].door).toBeNull();
});
