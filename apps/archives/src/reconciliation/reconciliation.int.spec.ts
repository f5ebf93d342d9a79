import { monthAfter, monthBegins, monthOf } from '@property-office/calendar';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Metrics, type CommandContext } from '@property-office/service-kit';
import { announced } from '@property-office/service-testing';
import { ArchivesUnderTest } from '../archives.fixture';
import { MonthOffice, zone } from './month-office.fixture';
import { Months } from './persistence/months';
import { ReconcileMonth } from './reconcile-month';

let archives: ArchivesUnderTest;
let office: MonthOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await MonthOffice.open(archives)));

const figures = async (source: string, who = office.clerk) => (await office.month(who)).sources.find((each: { source: string }) => each.source === source);
const unanswered = async () => Number(/^archive_month_unanswered_seconds (.+)$/m.exec(await archives.part(Metrics).registry.metrics())?.[1]);
const commandOf = (principal: Principal): CommandContext => ({ principal, operation: 'archives.closeMonth' }) as CommandContext;
const nobodyRegisters = async (): Promise<void> => {
  await office.decide('accept', ({ source }) => source.type === 'repair-register');
  await office.askedAgain();
};

describe('a month that is over (W4.5)', () => {
  it('is counted by source: what each says it has beside what was heard, and what became of it', async () => {
    const [heard, lost] = [office.filed(), office.filed()];
    office.filed({ happenedat: new Date(office.at.getTime() - 40 * 86_400_000).toISOString() });
    const complaint = office.closedComplaint();
    for (const event of [heard, complaint]) await archives.hear(event);
    office.page = 1;
    await office.reconcile();
    const month = await office.month();
    expect(month).toMatchObject({ month: monthOf(zone, office.at), status: 'differing', statusName: 'differing', allowed: ['ask-again', 'explain', 'close'], toldAt: expect.any(String) });
    expect(await figures('outgoing-document')).toMatchObject({ events: 2, proposals: 1, open: 1, missing: 1, records: 0 });
    expect(await figures('complaint')).toMatchObject({ events: 1, proposals: 1, open: 1, missing: 0 });
    expect(await figures('repair-register')).toMatchObject({ events: 1, proposals: 1, open: 1 });
    expect((await office.cases('standing=missing')).map(({ eventId, source }) => [eventId, source])).toEqual([[lost.id, { type: 'outgoing-document', id: lost.subject, number: lost.data.number }]]);
    expect(await office.cases('source=complaint')).toMatchObject([{ eventId: complaint.id, standing: 'open', proposalNumber: expect.stringMatching(/^A-/) }]);
    expect(await office.cases('unsettled=true')).toHaveLength(4);
    expect(await archives.told(month.id)).toEqual(['month-ended', 'month-differed']);
  });

  it('counts what was closed of a living file, which no source but the archives knows of, as open until it is a record', async () => {
    const id = newId();
    const place = { placeId: id, kind: 'public-place' as const, parentId: office.siteId, buildingId: null, code: 'lift', nameZh: '电梯', nameEn: null, label: '电梯', labelEn: 'Lift', timeZone: null, externalCode: null };
    await archives.hear(announced('directory.place-registered.v1', id, office.siteId, { ...place, device: { number: 'DT-01', equipment: 'lift', installedOn: '2010-05-20', outOfServiceOn: '2026-03-31' } }));
    const [file] = (await archives.ask(`GET /api/living-files?subjectId=${id}`, office.clerk)).body.items;
    await archives.ask(`POST /api/living-files/${file.id}/file-paper`, office.clerk, { paper: 'other', title: '合格证' });
    expect((await archives.ask(`POST /api/living-files/${file.id}/close`, office.clerk)).status).toBe(200);
    await archives.ask(`POST /api/living-files/${file.id}/file-paper`, office.clerk, { paper: 'other', title: '报废单' });
    await office.aMonthLater();
    await office.reconcile();
    expect(await figures('device-file')).toMatchObject({ events: 1, proposals: 1, open: 1, unknown: 0, records: 0 });
    await office.decide('accept', ({ source }) => source.type === 'device-file');
    expect(await figures('device-file')).toMatchObject({ open: 0, records: 1 });
    // What joined since waits to be closed, and nobody proposes it by themselves.
    expect(await office.month()).toMatchObject({ livingFilesToClose: 1 });
    expect((await archives.ask(`POST /api/living-files/${file.id}/close`, office.clerk)).status).toBe(200);
    expect(await office.month()).toMatchObject({ livingFilesToClose: 0 });
  });

  it('is begun once, whoever begins it, and every month after another', async () => {
    const part = archives.part(ReconcileMonth);
    await Promise.all([part.beginEnded(), part.beginEnded()]);
    await part.beginEnded();
    expect(await office.months()).toHaveLength(1);
    await office.aMonthLater();
    await part.beginEnded();
    expect((await office.months()).map(({ month }) => month)).toEqual([monthOf(zone, new Date(office.at.getTime() + 30 * 86_400_000)), monthOf(zone, office.at)]);
  });

  it('counts of repairs those of the kinds that propose, as tickets knew them when they were closed', async () => {
    office.closedRepair({ repairClass: 'P2', disputed: false });
    office.closedRepair({ repairClass: 'P0', disputed: false });
    office.closedRepair({ repairClass: 'P3', disputed: true });
    await office.reconcile();
    expect(await figures('repair-request')).toMatchObject({ events: 2, proposals: 0, missing: 2 });
  });

  it('shows what was proposed and its source does not know of', async () => {
    const event = office.filed();
    await archives.hear(event);
    office.ledger.pop();
    await office.reconcile();
    expect(await figures('outgoing-document')).toMatchObject({ events: 0, proposals: 1, unknown: 1 });
    expect(await office.cases('standing=unknown')).toMatchObject([{ eventId: event.id }]);
  });

  it('waits for a source that does not answer, and lets no other month wait for it', async () => {
    office.down = true;
    await expect(office.reconcile()).rejects.toThrow('down');
    expect(await office.months()).toMatchObject([{ status: 'reconciling', allowed: [], toldAt: null }]);
    await archives.admin.query(`UPDATE archive_month SET unanswered_since = unanswered_since - interval '3 hours' WHERE site_id = $1`, [office.siteId]);
    await expect(office.reconcile()).resolves.toBeUndefined();
    expect(await unanswered()).toBeGreaterThan(10_799);
    expect((await office.monthAct('explain', { eventId: office.siteId, reason: '-' })).body).toMatchObject({ status: 409, code: 'month-move-illegal' });
    office.down = false;
    await office.askedAgain();
    expect(await office.months()).toMatchObject([{ status: 'reconciling', toldAt: expect.any(String) }]);
    expect(await unanswered()).toBe(0);
  });

  it('takes no earlier answer for a later one, whichever comes first', async () => {
    await office.reconcile();
    const { id } = await office.month();
    const part = archives.part(ReconcileMonth);
    const early = await part.saidFor(commandOf(office.clerk), id);
    office.filed();
    await office.askedAgain();
    await archives.runtime.database.transaction(async (tx) => part.put(tx, (await archives.part(Months).lock(tx, id))!, early));
    expect(await figures('outgoing-document')).toMatchObject({ events: 1, missing: 1 });
  });

  it('is the first that is reconciled where its site began in it, by the clock there', async () => {
    office = await MonthOffice.open(archives, 'Europe/London', (at) => monthBegins(zone, monthAfter(monthOf(zone, at))));
    await archives.part(ReconcileMonth).beginEnded();
    expect((await office.months()).map(({ month }) => month)).toEqual([monthOf(zone, office.at)]);
  });

  it('is cut by the wall clock of its site, and begins where the one before ends', async () => {
    const ends = async () => (await archives.rows<{ from: Date; to: Date }>('SELECT from_at AS "from", to_at AS "to" FROM archive_month WHERE site_id = $1 ORDER BY month', [office.siteId])).map(({ from, to }) => [from, to]);
    const in_ = (timeZone: string, months: number) => monthBegins(timeZone, [...Array(months)].reduce(monthAfter, monthOf(zone, office.at)));
    office = await MonthOffice.open(archives, 'Europe/London');
    const late = new Date(in_('Europe/London', 1).getTime() - 3_600_000).toISOString();
    const event = office.filed({ happenedat: late });
    await office.reconcile();
    expect(await figures('outgoing-document')).toMatchObject({ events: 1, missing: 1 });
    await archives.hear(event);
    expect(await figures('outgoing-document')).toMatchObject({ events: 1, open: 1 });
    await office.lies(zone);
    await office.aMonthLater();
    await archives.part(ReconcileMonth).beginEnded();
    expect(await ends()).toEqual([[in_('Europe/London', 0), in_('Europe/London', 1)], [in_('Europe/London', 1), in_(zone, 2)]]);
  });

  it('is the business of who keeps the papers; a complaint shows to nobody from whom it is hidden, not even as a number (W2.3)', async () => {
    office.closedComplaint([office.clerk.personId]);
    await office.reconcile();
    const { id } = await office.month();
    expect([(await archives.ask(`GET /api/archive-months/${id}`, office.head)).status, (await archives.ask(`GET /api/archive-months/${id}`, new MonthOffice(archives).clerk)).status]).toEqual([403, 404]);
    expect([(await figures('complaint')).events, (await figures('complaint', office.director)).missing]).toEqual([0, 1]);
    expect([await office.cases('source=complaint'), await office.cases('source=complaint', office.director)]).toMatchObject([[], [{ standing: 'missing' }]]);
    const [hidden] = await office.cases('source=complaint', office.director);
    expect((await office.monthAct('explain', { eventId: hidden.eventId, reason: '-' })).body).toMatchObject({ status: 404, code: 'month-case-unknown' });
    expect((await office.monthAct('explain', { eventId: hidden.eventId, reason: '补交' }, office.director)).status).toBe(200);
  });
});

describe('what is missing (W4.5; what the closest systems get wrong: missing archive entries)', () => {
  it('is asked for again, once, also when the lost event comes after all', async () => {
    const lost = [office.filed({}, { title: '关于停水的通知', pages: 7 }), office.closedRepair({ repairClass: 'P1', disputed: false })] as const;
    await office.reconcile();
    const [first, second] = await Promise.all([office.monthAct('ask-again'), office.monthAct('ask-again')]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect([first.body.code, second.body.code]).toContain('nothing-missing');
    await archives.hear(lost[0]);
    expect(await figures('outgoing-document')).toMatchObject({ events: 1, proposals: 1, open: 1, missing: 0 });
    expect(await figures('repair-request')).toMatchObject({ events: 1, proposals: 1, open: 1, missing: 0 });
    const proposals = (await archives.ask(`GET /api/record-proposals?siteId=${office.siteId}&source=outgoing-document`, office.clerk)).body.items;
    expect(proposals).toMatchObject([{ title: '关于停水的通知', pages: 7, datedAt: office.at.toISOString(), filedBy: office.clerk.personId }]);
    expect(await archives.told((await office.month()).id)).toEqual(['month-ended', 'month-differed', 'month-asked-again']);
  });

  it('has a reason, for as long as it stands as it does', async () => {
    const lost = office.filed();
    await office.reconcile();
    await nobodyRegisters();
    expect((await office.monthAct('explain', { eventId: lost.id, reason: '原件已移交区档案馆' })).body).toMatchObject({ status: 'agreed' });
    expect(await office.cases('standing=missing')).toMatchObject([{ reason: '原件已移交区档案馆', explainedBy: office.clerk.personId }]);
    await archives.hear(lost);
    expect((await office.month()).status).toBe('differing');
    expect(await office.cases('unsettled=true')).toMatchObject([{ eventId: lost.id, standing: 'open', reason: null }]);
    await office.decide('return');
    expect((await office.month()).status).toBe('agreed');
    expect((await office.monthAct('explain', { eventId: lost.id, reason: '-' })).body).toMatchObject({ status: 409, code: 'month-case-settled' });
    expect((await office.monthAct('explain', { eventId: office.siteId, reason: '-' })).body).toMatchObject({ status: 404, code: 'month-case-unknown' });
  });
});

describe('closing a month (W4.5)', () => {
  it('is an act of a person, by what the sources have then, and refused while something is left', async () => {
    const [open, lost] = [office.filed(), office.filed()];
    await archives.hear(open);
    await office.reconcile();
    expect((await office.monthAct('close')).body).toMatchObject({ status: 409, code: 'month-unsettled', detail: expect.stringContaining('1 missing, 2 still open, 0') });
    await office.decide('accept');
    expect((await office.monthAct('close')).body).toMatchObject({ code: 'month-unsettled', detail: expect.stringContaining('1 missing, 0 still open') });
    await office.monthAct('explain', { eventId: lost.id, reason: '已作废' });
    // Heard by nobody yet, and not told before.
    office.filed();
    expect((await office.monthAct('close')).body).toMatchObject({ code: 'month-unsettled', detail: expect.stringContaining('1 missing') });
    office.ledger.pop();
    expect((await office.monthAct('close', {}, office.head)).status).toBe(403);
    expect((await office.monthAct('close', { remarks: '十一月核平' }, office.director)).body).toMatchObject({ status: 'closed', closedBy: office.director.personId, remarks: '十一月核平', allowed: [] });
    expect((await office.monthAct('close')).body).toMatchObject({ status: 409, code: 'month-move-illegal' });
    const closed = (await archives.events((await office.month()).id)).at(-1)!;
    expect([closed.type, closed.actor_role]).toEqual(['archives.month-closed.v1', 'director']);
    expect(closed.data['figures']).toContainEqual({ source: 'outgoing-document', events: 2, proposals: 1, records: 1, returned: 0, open: 0, missing: 1, unknown: 0, explained: 1 });
  });

  it('is undone, for all to see, by what was entered late, came back again, or was lost on its way', async () => {
    const ways: Array<[string, () => Promise<unknown>]> = [
      ['late-event', async () => archives.hear(office.filed())],
      ['proposed-again', async () => {
        const [returned] = (await archives.ask(`GET /api/record-proposals?siteId=${office.siteId}&status=returned`, office.clerk)).body.items;
        return archives.ask(`POST /api/record-proposals/${returned.id}/propose-again`, office.clerk, { remarks: '已补' });
      }],
      ['counted', async () => {
        office.filed();
        await office.askedAgain();
      }],
    ];
    await office.reconcile();
    for (const [because, happens] of ways) {
      await office.decide('return');
      await office.cases('standing=missing').then((missing) => (missing.length > 0 ? office.monthAct('ask-again') : undefined));
      await office.decide('return');
      expect((await office.monthAct('close')).body).toMatchObject({ status: 'closed' });
      await happens();
      expect(await office.month()).toMatchObject({ status: 'reopened', reopenedBecause: because, reopenedAt: expect.any(String), closedBy: office.clerk.personId });
    }
    expect((await archives.told((await office.month()).id)).filter((type) => type === 'month-reopened')).toHaveLength(3);
  });

  it('stays closed where nothing of it changed', async () => {
    await office.reconcile();
    await office.decide('accept');
    expect((await office.month()).status).toBe('agreed');
    await office.monthAct('close');
    await office.askedAgain();
    await archives.hear(office.filed({ happenedat: (await archives.now()).toISOString() }));
    expect((await office.month()).status).toBe('closed');
  });

  it('and what comes late end as the table says, whichever is first', async () => {
    await office.reconcile();
    await office.decide('accept');
    const late = office.filed();
    const [closed] = await Promise.all([office.monthAct('close', { remarks: '-' }), archives.hear(late)]);
    // First closed, then reopened; or there is something open, and the month is not closed.
    expect([(closed.body.code ?? closed.body.status), (await office.month()).status]).toEqual(closed.status === 200 ? ['closed', 'reopened'] : ['month-unsettled', 'differing']);
  });
});

describe('who is reminded (G4, G5)', () => {
  it('the clerks, from when it does not agree; then the director; nobody once it does', async () => {
    for (const who of [office.clerk, office.director]) await office.works(who);
    office.filed();
    await office.reconcile();
    const { id } = await office.month();
    const [clock] = await archives.rows<{ due: Date; state: string }>('SELECT due_at AS due, state FROM deadline WHERE aggregate_id = $1', [id]);
    expect(clock!.state).toBe('running');
    await archives.pass(Math.ceil((clock!.due.getTime() - (await archives.now()).getTime()) / 86_400_000) + 4);
    const levels = (await archives.events(id)).filter(({ type }) => type === 'archives.month-escalated.v1').map(({ data }) => [data['promise'], data['level'], (data['told'] as Array<{ personId: string }>)[0]?.personId]);
    expect(levels.slice(0, 1)).toEqual([['reconcile', 'responsible', office.clerk.personId]]);
    expect(levels.map(([, level]) => level)).toContain('director');
    const told = levels.length;
    await office.monthAct('ask-again');
    // One by one or many at once, accepted or returned: with the last of them the clock stops, not a day later.
    const running = () => archives.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id]);
    for (const event of [office.filed(), office.filed()]) await archives.hear(event);
    await office.askedAgain();
    await office.decide('accept', ({ source }) => source.type === 'repair-register');
    const { items } = (await archives.ask(`GET /api/record-proposals?siteId=${office.siteId}&status=proposed`, office.clerk)).body;
    await office.decide('return', (proposal) => proposal.id === items[0].id);
    expect(await running()).toHaveLength(1);
    for (const { source } of items)
      office.matters.set(source.id, { id: source.id, title: source.id, responsibleParty: null, documentNumber: null, pages: null, copies: null, paper: true, confidentiality: 'open', text: source.id, attachmentIds: [], trail: [] });
    expect((await archives.ask('POST /api/record-proposals/accept-batch', office.clerk, { siteId: office.siteId })).body.accepted).toHaveLength(items.length - 1);
    expect(await running()).toEqual([]);
    await office.askedAgain();
    expect(await archives.rows(`SELECT 1 FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [id])).toEqual([]);
    await archives.pass(20);
    expect((await archives.events(id)).filter(({ type }) => type === 'archives.month-escalated.v1')).toHaveLength(told);
  });
});
