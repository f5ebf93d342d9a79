import { waitFor } from '@property-office/testing';
import { contactAct, recordContact, siteOf } from '../support/contacts';
import type { Problem } from '../support/http';
import { Office } from '../support/office';
import { accepted } from '../support/repairs';
import type { Session } from '../support/session';

const startMs = 240_000;
const day = 86_400_000;
const subjects = ['contacts', 'complaints', 'suggestions', 'notices'] as const;
type Subject = (typeof subjects)[number];
type Figures = Record<string, number | null> & { group: string | null };

interface Fact {
  id: string;
  type: string;
  data: { round?: number; to?: string; decision?: string; major?: boolean; kind?: string; dueAt?: string; hiddenFrom?: { personIds: string[]; crewIds: string[] }; adopted?: boolean; toDesk?: boolean };
}

// Against processes of their own: `journeys/confirmed-result`.
describe('figures of customer service (Q2)', () => {
  let office: Office;
  let [desk, lead, clerk, director, resident, technician]: Session[] = [];
  let siteId: string;
  let noticeId: string;

  beforeAll(async () => {
    office = await Office.start({ deployment: 'all-in-one' });
    [desk, lead, clerk, director, resident, technician] = [
      await office.as('desk'),
      await office.as('lead'),
      await office.as('clerk'),
      await office.as('director'),
      await office.as('resident'),
      await office.as('technician'),
    ];
    siteId = siteOf(desk!);
    // Who lives and works where reaches the services by events.
    await office.comeToRest();
  }, startMs);
  afterAll(() => office?.stop(), startMs);

  const does = async <T>(who: Session, path: string, body: object = {}): Promise<T> => {
    const { status, body: answer, text } = await who.post<T>(path, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return answer;
  };
  const path = async (subject: Subject, more = ''): Promise<string> => {
    const now = (await office.clock.now()).getTime();
    const [from, to] = [now - 30 * day, now + day].map((at) => new Date(at).toISOString());
    return `/api/statistics/${subject}?from=${from}&to=${to}&siteId=${siteId}${more}`;
  };
  const figures = async (who: Session, subject: Subject, groupBy = 'none'): Promise<Figures[]> =>
    accepted(await who.get<{ items: Figures[] }>(await path(subject, `&groupBy=${groupBy}`)), 200).items;
  const one = async (who: Session, subject: Subject): Promise<Figures> => (await figures(who, subject))[0]!;

  /** What a ledger holds of the site: one list for each aggregate, in order. */
  async function ledger(service: string, first: string): Promise<Fact[][]> {
    const facts = await office.query<Fact>(
      `SELECT aggregate_id AS id, type, data FROM ${service}.ledger WHERE site_id = $1 ORDER BY aggregate_id, aggregate_version`,
      [siteId],
    );
    return [...Map.groupBy(facts, ({ id }) => id).values()].filter(([each]) => each!.type === first);
  }
  const has = (type: string, also: (fact: Fact) => boolean = () => true) => (facts: Fact[]): boolean => facts.some((fact) => fact.type === type && also(fact));

  it('W2.1: contacts are counted by how they ended, and whether the first who was asked answered', async () => {
    const answered = await recordContact(desk!);
    accepted(await contactAct(desk!, answered.id, 'answer', { answer: '已答复' }), 200);
    const handed = await recordContact(desk!, { channel: 'walk-in' });
    accepted(await contactAct(desk!, handed.id, 'offer', { toPersonId: clerk!.who.id }), 200);
    await office.comeToRest();
    accepted(await contactAct(clerk!, handed.id, 'accept'), 200);
    accepted(await contactAct(clerk!, handed.id, 'answer', { answer: '已答复' }), 200);
    const converted = await recordContact(desk!);
    accepted(await contactAct(desk!, converted.id, 'convert', { to: 'complaint', complaint: { category: 'attitude', aboutPersonId: technician!.who.id } }), 200);
    await office.comeToRest();

    const contacts = await ledger('reception', 'reception.contact-recorded.v1');
    const counted = (is: (facts: Fact[]) => boolean): number => contacts.filter(is).length;
    // An enquiry from the portal that the desk takes is no hand-over.
    const handsOver = ({ data }: Fact): boolean => data.toDesk !== true;
    const [answers, accepts] = [has('reception.contact-answered.v1'), has('reception.contact-accepted.v1', handsOver)];
    const resolved = counted((facts) => answers(facts) && !accepts(facts));
    const toComplaint = counted(has('reception.contact-converted.v1', ({ data }) => data.to === 'complaint'));
    expect(toComplaint).toBeGreaterThan(0);
    expect(await one(director!, 'contacts')).toMatchObject({
      recorded: contacts.length, answered: counted(answers), guidedElsewhere: counted(has('reception.contact-guided.v1')), toComplaint,
      answeredByFirstOwner: resolved, firstContactResolution: Math.round((resolved / counted(answers)) * 1_000) / 1_000, late: 0,
      handOversOffered: contacts.flat().filter((fact) => fact.type === 'reception.contact-offered.v1' && handsOver(fact)).length, handOversAccepted: counted(accepts),
    });
    expect((await figures(director!, 'contacts', 'channel')).map(({ group }) => group)).toEqual(expect.arrayContaining(['call', 'walk-in']));
    // The lead of the desk leads the technician's crew, too: neither the call nor what became of it is in their figures.
    expect(await one(lead!, 'contacts')).toMatchObject({ recorded: contacts.length - 1, toComplaint: toComplaint - 1 });
  });

  it('W2.3: complaints are counted by decision, dispute, date and satisfaction, and for each hundred homes', async () => {
    const complaint = (id: string, verb: string, body: object = {}): Promise<unknown> => does(desk!, `/api/complaints/${id}/${verb}`, body);
    const [first, second] = await Promise.all(
      ['楼道三天没有打扫', '楼道仍未打扫'].map((words) => does<{ id: string }>(resident!, '/api/complaints', { kind: 'cleaning', words, homeId: resident!.homeId })),
    );
    for (const { id } of [first!, second!]) {
      await complaint(id, 'assign', { handlerId: desk!.who.id });
      await complaint(id, 'acknowledge', { how: 'telephone' });
      await complaint(id, 'verify', { findings: '保洁记录缺三天' });
      await complaint(id, 'decide', { decision: 'ours', reason: '漏扫' });
      await complaint(id, 'begin-handling', { apology: '对不起', promisedAt: new Date((await office.clock.now()).getTime() + 2 * day).toISOString() });
      await complaint(id, 'result', { result: '已补扫' });
      await complaint(id, 'feedback', { how: 'telephone', words: '好的' });
    }
    await does(resident!, `/api/complaints/${first!.id}/answer`, { answer: 'accepted' });
    await does(resident!, `/api/complaints/${second!.id}/answer`, { answer: 'disputed', words: '不满意' });
    const followUp = await waitFor(async () => (await director!.get<{ items: Array<{ id: string }> }>(`/api/follow-ups?complaintId=${first!.id}`)).body.items[0], { what: 'the follow-up' });
    await does(director!, `/api/follow-ups/${followUp.id}/outcome`, { result: 'satisfied', rating: 5 });
    await does(resident!, '/api/suggestions', { words: '大堂放一个伞架' });
    await office.comeToRest();

    // One that was merged is counted with the one that goes on for it.
    const complaints = (await ledger('complaints', 'complaints.complaint-recorded.v1')).filter((facts) => !has('complaints.complaint-merged.v1')(facts));
    const homes = await office.query("SELECT 1 FROM directory.place WHERE site_id = $1 AND kind = 'home'", [siteId]);
    const seen = complaints.filter((facts) => !facts.some(({ data }) => data.hiddenFrom?.personIds.includes(director!.who.id)));
    const counted = (is: (facts: Fact[]) => boolean): number => seen.filter(is).length;
    const decided = (decision: string) => (facts: Fact[]): boolean => facts.filter(({ type }) => type === 'complaints.complaint-decided.v1').at(-1)?.data.decision === decision;
    const told = await one(director!, 'complaints');
    expect(told).toMatchObject({
      recorded: seen.length, per100Households: Math.round(((100 * seen.length) / homes.length) * 1_000) / 1_000, major: counted((facts) => facts[0]!.data.major === true || has('complaints.complaint-made-major.v1')(facts)),
      ours: counted(decided('ours')), partlyOurs: counted(decided('partly-ours')), notOurs: counted(decided('not-ours')), unfounded: counted(decided('unfounded')),
      disputed: counted(has('complaints.complaint-disputed.v1')),
    });
    expect(told.satisfied).toBeGreaterThanOrEqual(1);
    for (const name of ['firstContactOnTime', 'replyOnTime', 'solvedOnTime']) expect(told[name]).toBeGreaterThanOrEqual(2);
    expect(told.datesKept).toBeGreaterThanOrEqual(2);
    // What the demonstration closes takes no time: only this one does.
    expect(told.secondsToCloseP90).toBeGreaterThan(0);
    const byKind = await figures(director!, 'complaints', 'kind');
    expect(byKind.find(({ group }) => group === 'cleaning')!.recorded).toBe(counted((facts) => facts[0]!.data.kind === 'cleaning'));
    const crews = lead!.who.crews.map(({ id }) => id);
    const hidden = complaints.filter((facts) => facts.some(({ data: { hiddenFrom } }) => hiddenFrom?.crewIds.some((id) => crews.includes(id))));
    expect(hidden.some((facts) => facts.some(({ data }) => data.hiddenFrom?.personIds.includes(technician!.who.id)))).toBe(true);
    expect((await one(lead!, 'complaints')).recorded).toBe(complaints.length - hidden.length);
    expect((await one(director!, 'suggestions')).recorded).toBe((await ledger('complaints', 'complaints.suggestion-recorded.v1')).length);
  });

  it('W2.4: notices are counted with whom they reached in the portal, as notifications itself counts it', async () => {
    const notice = {
      siteId, kind: 'outage', zh: { title: '停水通知', body: '明日停水。' }, en: { title: 'Water cut', body: 'No water tomorrow.' }, audience: [{ scope: 'site' }], channels: ['in-app', 'door-slip'],
    };
    const before = (await one(director!, 'notices')) ?? { released: 0, homes: 0, homesToldInPortal: 0, residentsToldInPortal: 0 };
    noticeId = (await does<{ id: string }>(clerk!, '/api/notices', notice)).id;
    await does(clerk!, `/api/notices/${noticeId}/submit`);
    const { contentHash } = accepted(await director!.get<{ contentHash: string }>(`/api/notices/${noticeId}`), 200);
    await does(director!, `/api/notices/${noticeId}/approve`, { contentHash });
    await does(clerk!, `/api/notices/${noticeId}/release`);
    await office.comeToRest();
    const own = accepted(await director!.get<{ people: number; slips: number }>(`/api/notices/${noticeId}/figures`), 200);
    const told = await one(director!, 'notices');
    expect(own.people).toBeGreaterThan(0);
    expect(told.residentsToldInPortal! - before.residentsToldInPortal!).toBe(own.people);
    const homes = told.homes! - before.homes!;
    expect(homes - (told.homesToldInPortal! - before.homesToldInPortal!)).toBe(own.slips);
    const byBuilding = await figures(director!, 'notices', 'building');
    expect(byBuilding.reduce((sum, each) => sum + each.homes!, 0)).toBe(told.homes);
  });

  it('are for those who answer for a site, of that site alone; what cannot be asked is said in both languages', async () => {
    for (const subject of subjects) for (const who of [resident!, technician!]) expect((await who.get(await path(subject))).status).toBe(403);
    expect((await clerk!.get(await path('complaints'))).status).toBe(403);
    const elsewhere = await office.as('desk2');
    for (const subject of subjects) expect((await elsewhere.get<Problem>(await path(subject))).body).toMatchObject({ status: 403, code: 'role-may-not' });
    const backwards = '/api/statistics/contacts?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z';
    expect((await director!.get<Problem>(backwards)).body).toMatchObject({ status: 400, code: 'period-impossible', title: '统计时段有误' });
    expect((await director!.in('en').get<Problem>(backwards)).body).toMatchObject({ status: 400, title: 'The period is wrong' });
    for (const grouping of ['crew', 'home', 'person', 'building'])
      expect((await director!.in('en').get<Problem>(await path('complaints', `&groupBy=${grouping}`))).body).toMatchObject({
        status: 400,
        errors: [{ pointer: '?groupBy', message: expect.stringContaining('kind') }],
      });
  });

  it('stand as they stood when they were lost and made again from the ledgers', async () => {
    const all = () => Promise.all(subjects.flatMap((subject) => [director!, lead!].map((who) => figures(who, subject, 'site'))));
    const before = await all();
    const tables = ['case_entry', 'case_timeline_entry', 'case_site', 'object_shield', 'notice_entry', 'home', 'home_tie', 'account_span'];
    await office.query(`TRUNCATE ${tables.map((table) => `tracking.${table}`).join(', ')}`);
    expect((await all()).flat()).toEqual([]);
    const projections = ['contacts', 'phone_notes', 'home_claims', 'home_claim_levels', 'notice_timelines', 'cases', 'documents', 'follow_ups', 'counted_cases', 'notices', 'homes', 'ties', 'accounts'];
    expect(await office.ops('replay-reaction', ...projections.map((projection) => `tracking__${projection}_v1`), '--afresh')).toMatchObject({ code: 0 });
    const asBefore = async () => JSON.stringify(await all()) === JSON.stringify(before);
    await waitFor(asBefore, { what: 'every figure to stand as it stood', timeoutMs: 60_000, intervalMs: 250 }).catch(async () => expect(await all()).toEqual(before));
    expect(await office.verify()).toEqual([]);
  }, startMs);
});
