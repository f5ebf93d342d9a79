import { currentNoticesPath, latestEntriesPath, openComplaintsPath, openRepairsPath, openSuggestionsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let resident: Principal;
const asked: object[] = [];

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  agent = await desk.holding('desk');
  resident = await desk.resident({ phone: '13800000007' });
  asked.length = 0;
  const others = reception.neighbours;
  const id = newId();
  reception.neighbours = (service, path, body) => {
    if (path !== openRepairsPath && path !== latestEntriesPath) return others(service, path, body);
    asked.push({ path, ...body });
    if (path === openRepairsPath) {
      const repair = { id, number: 'R-20261123-10007', state: { zh: '处理中', en: 'in progress' }, category: { zh: '漏水', en: 'Water leak' }, reportedAt: '2026-11-23T01:05:00Z' };
      return { items: [repair] };
    }
    return { items: [{ repairRequestId: id, happenedAt: '2026-11-23T02:00:00Z', summary: { zh: '维修工已到场', en: 'The technician is on site' } }] };
  };
});
afterAll(() => reception.close());

const say = (query: string, who = agent) => reception.ask(`GET /api/contacts/say-this-now?siteId=${desk.siteId}&${query}`, who);

describe('say this now', () => {
  it.each(['phone', 'personId', 'homeId'])('by %s, from what tickets and tracking know', async (by) => {
    const value = { phone: '13800000007', personId: resident.personId, homeId: desk.home }[by]!;
    expect(await say(`${by}=${value}`)).toMatchObject({
      status: 200,
      body: { personIds: [resident.personId], zh: [expect.stringContaining('R-20261123-10007'), '最近的进展是11月23日 10:00：维修工已到场。'], en: [expect.any(String), expect.stringContaining('on site')] },
    });
    expect(asked).toMatchObject([{ path: openRepairsPath, siteId: desk.siteId, reporterIds: [resident.personId] }, { path: latestEntriesPath }]);
  });

  it('of a home asks for who lives there today only (G7)', async () => {
    const before = await desk.resident({ homeIds: [] });
    await say(`homeId=${desk.home}`);
    expect(JSON.stringify(asked)).not.toContain(before.personId);
  });

  it('counts what is open at the desk, too', async () => {
    await desk.recorded(agent, { caller: { personId: resident.personId } });
    expect((await say(`personId=${resident.personId}`)).body.en[0]).toMatch(/^Your enquiry Q-.* is open, and 1 more is open\.$/);
  });

  describe('of a complaint', () => {
    const complaint = {
      id: newId(), number: 'C-20261124-10001', state: { zh: '核实中', en: 'being verified' }, kind: { zh: '保洁', en: 'cleaning' },
      recordedAt: '2026-11-24T01:05:00Z', latestAt: '2026-11-24T02:00:00Z', promised: { by: '2026-12-03T10:00:00Z', extended: false, overdue: false },
    };
    const askedAbout: object[] = [];
    beforeEach(() => {
      askedAbout.length = 0;
      const others = reception.neighbours;
      reception.neighbours = (service, path, body) => {
        if (path !== openComplaintsPath) return others(service, path, body);
        askedAbout.push(body);
        return { items: [complaint] };
      };
    });

    it('says how it stands and by when it is promised, as complaints tells whoever asks', async () => {
      expect((await say('phone=13800000007')).body).toMatchObject({
        zh: [expect.stringContaining('“保洁”投诉（C-20261124-10001）目前核实中，另有 1 项在办'), '我们承诺12月3日 18:00前办结。'],
        en: [expect.stringContaining('Your cleaning complaint C-20261124-10001'), 'We promised to settle it by 3 Dec, 18:00.'],
      });
      const { personId, crews, homes } = agent;
      expect(askedAbout).toEqual([{ siteId: desk.siteId, complainantId: resident.personId, principal: { personId, crews, homes, roles: agent.roles } }]);
    });

    it('says nothing to whoever only names a home, although one person alone lives there', async () => {
      const { body } = await say(`homeId=${desk.home}`);
      expect(body.personIds).toEqual([resident.personId]);
      expect([JSON.stringify(body).includes('投诉'), askedAbout]).toEqual([false, []]);
    });

    it('says nothing where it can be one of several who calls', async () => {
      await desk.resident();
      const { body } = await say(`homeId=${desk.home}`);
      expect(body.personIds).toHaveLength(2);
      expect([JSON.stringify(body).includes('投诉'), askedAbout]).toEqual([false, []]);
    });
  });

  describe('of suggestions, visitors, contacts and notices', () => {
    const about: object[] = [];
    const answered: Record<string, object[]> = {};
    beforeEach(() => {
      about.length = 0;
      for (const path of [openSuggestionsPath, currentNoticesPath, openRepairsPath, latestEntriesPath]) answered[path] = [];
      const others = reception.neighbours;
      reception.neighbours = (service, path, body) => {
        const items = answered[path];
        if (!items) return others(service, path, body);
        if (path === openSuggestionsPath || path === currentNoticesPath) about.push({ service, path, ...body });
        return { items };
      };
    });
    const nothingOpen = '您目前没有在办的事项。';
    const suggestion = { state: { zh: '已采纳', en: 'adopted' }, recordedAt: '2026-11-24T01:05:00Z', latestAt: '2026-11-24T02:00:00Z' };
    const notice = { number: 'N-20261124-10001', title: { zh: '停水通知', en: 'Water cut' }, releasedAt: '2026-11-24T01:00:00Z', validUntil: null };

    it('says how a suggestion stands to whoever is known to have made it, without which one it is', async () => {
      answered[openSuggestionsPath] = [suggestion];
      expect((await say(`personId=${resident.personId}`)).body).toMatchObject({
        zh: ['您11月24日 09:05的建议目前已采纳。', '最近的进展是11月24日 10:00：已采纳。'],
        en: ['Your suggestion of 24 Nov, 09:05 is adopted.', 'The latest, of 24 Nov, 10:00: adopted.'],
      });
      const { personId, crews, homes } = agent;
      expect(about).toContainEqual({ service: 'complaints', path: openSuggestionsPath, siteId: desk.siteId, makerId: resident.personId, principal: { personId, crews, homes, roles: agent.roles } });
      about.length = 0;
      expect((await say(`homeId=${desk.home}`)).body.zh[0]).toBe(nothingOpen);
      expect(about).toMatchObject([{ path: currentNoticesPath }]);
    });

    it('says whom the host expects, to the host alone', async () => {
      const from = await reception.now();
      const visit = { siteId: desk.siteId, kind: 'resident-guest', homeId: desk.home, hostId: resident.personId, name: '何建国', from, until: new Date(from.getTime() + 3_600_000) };
      const { body } = await reception.ask('POST /api/visitors', agent, visit);
      const said = (await say('phone=13800000007')).body;
      expect([said.zh[0], said.en[1]]).toEqual([expect.stringContaining(`的访客（${body.number}）目前待确认`), expect.stringMatching(/^The visit is to end by /)]);
      expect(JSON.stringify(said)).not.toContain('何建国');
      expect((await say(`homeId=${desk.home}`)).body.zh[0]).toBe(nothingOpen);
      await reception.ask(`POST /api/visitors/${body.id}/decline`, resident);
      expect((await say('phone=13800000007')).body.zh[0]).toBe(nothingOpen);
    });

    it('says what came of a contact, also to a number nobody has', async () => {
      const id = await desk.recorded(agent, { caller: { phone: '13700000009', name: '何先生' } });
      expect((await say('phone=13700000009')).body).toMatchObject({ personIds: [], zh: [expect.stringMatching(/^您.*的来电来访（Q-.*）目前处理中。$/), '登记之后还没有新的进展。'] });
      const colleague = await desk.holding('desk');
      await desk.act(id, 'offer', agent, { toPersonId: colleague.personId, note: '请跟进' });
      expect((await say('phone=13700000009')).body.zh[1]).toMatch(/：已请同事接手。$/);
      await desk.act(id, 'accept', colleague);
      expect((await say('phone=13700000009')).body.en[1]).toMatch(/: a colleague has taken it over\.$/);
      await desk.act(id, 'answer', colleague, { answer: '好' });
      expect((await say('phone=13700000009')).body.zh[0]).toBe(nothingOpen);
    });

    it.each([['is not there', 503], ['is of a version that does not know the question', 404]])('says the rest where whoever knows of suggestions or notices %s, and that something is left out', async (_, status) => {
      const others = reception.neighbours;
      reception.neighbours = (service, path, body) => (path === openSuggestionsPath || path === currentNoticesPath ? status : others(service, path, body));
      const id = await desk.recorded(agent, { caller: { personId: resident.personId } });
      expect(await say(`personId=${resident.personId}`)).toMatchObject({ status: 200, body: { zh: [expect.stringContaining('来电来访'), expect.any(String)], leftOut: ['suggestions', 'notices'] } });
      await desk.act(id, 'answer', agent, { answer: '好' });
      expect((await say(`personId=${resident.personId}`)).body.en[0]).toContain('cannot look everywhere');
      expect((await say(`homeId=${desk.home}`)).body.leftOut).toEqual(['notices']);
      reception.neighbours = others;
      expect((await say(`personId=${resident.personId}`)).body).toMatchObject({ zh: [nothingOpen, expect.any(String)], leftOut: [] });
    });

    it('says nothing where nobody can be asked about repairs', async () => {
      const others = reception.neighbours;
      reception.neighbours = (service, path, body) => (path === openRepairsPath ? 503 : others(service, path, body));
      expect((await say(`personId=${resident.personId}`)).status).toBe(503);
    });

    it.each(['phone', 'personId', 'homeId'])('says by %s which notice is for their home where nothing is open', async (by) => {
      answered[currentNoticesPath] = [notice];
      const value = { phone: '13800000007', personId: resident.personId, homeId: desk.home }[by]!;
      expect((await say(`${by}=${value}`)).body).toMatchObject({
        zh: ['11月24日 09:00发布的公告“停水通知”（N-20261124-10001）与您家有关。', '该公告目前有效。'],
        en: ['The notice "Water cut" N-20261124-10001 of 24 Nov, 09:00 concerns your home.', 'It is in force.'],
      });
      expect(about).toContainEqual({ service: 'notifications', path: currentNoticesPath, siteId: desk.siteId, homeIds: [desk.home] });
    });
  });

  it('says nothing of anybody nobody knows, and asks nobody about them', async () => {
    expect((await say('phone=13999999999')).body).toMatchObject({ personIds: [], zh: ['您目前没有在办的事项。', '请问有什么可以帮您？'] });
    expect(asked).toEqual([]);
  });

  it('takes whom the desk chose for who rings, from whatever number', async () => {
    expect(await say(`personId=${resident.personId}&phone=13999999999`)).toMatchObject({ status: 200, body: { personIds: [resident.personId] } });
    expect(asked).toMatchObject([{ path: openRepairsPath, reporterIds: [resident.personId] }, { path: latestEntriesPath }]);
  });

  it.each([
    ['a person nobody knows', () => `personId=${newId()}`],
    ['a home nobody knows', () => `homeId=${newId()}`],
    ['a site for a home', () => `homeId=${desk.siteId}`],
    ['somebody of another site', async () => `personId=${(await (await Desk.open(reception)).resident()).personId}`],
    ['a home of another site', async () => `homeId=${(await Desk.open(reception)).home}`],
  ])('says of %s that there is none', async (_, query) => {
    const asking = await query();
    expect((await say(asking)).body).toMatchObject({ status: 404, code: 'resident-or-home-unknown', title: 'No such resident or home' });
    expect((await reception.ask(`GET /api/contacts/say-this-now?siteId=${desk.siteId}&${asking}`, agent, undefined, { 'accept-language': 'zh' })).body.title).toBe('没有找到这位住户或这套房屋');
    expect(asked).toEqual([]);
  });

  it('is for the desk of the site, and needs to know who rings', async () => {
    expect((await say('', agent)).body).toMatchObject({ status: 400, code: 'caller-unnamed' });
    expect((await say('phone=13800000007', await desk.holding('clerk'))).status).toBe(403);
    expect((await say('phone=13800000007', await (await Desk.open(reception)).holding('desk'))).status).toBe(403);
  });
});
