import { monthOf } from '@property-office/calendar';
import { ArchivesUnderTest } from '../archives.fixture';
import { MonthOffice, zone } from './month-office.fixture';
import { ReconcileMonth } from './reconcile-month';

let archives: ArchivesUnderTest;
let office: MonthOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await MonthOffice.open(archives)));

const registers = () => archives.rows<{ text: string }>('SELECT text FROM repair_register WHERE site_id = $1 ORDER BY month', [office.siteId]);

describe('the monthly register of repairs (W4.5)', () => {
  it('says what was done, proposes a record dated from the end of the month with its pages, and becomes one', async () => {
    for (let i = 0; i < 90; i += 1) office.doneRepair({ number: `R-${10_000 + i}` });
    await office.reconcile();
    const [register] = (await archives.ask(`GET /api/record-proposals?siteId=${office.siteId}&source=repair-register`, office.clerk)).body.items;
    const { id, month, registerPages } = await office.month();
    expect(registerPages).toBeGreaterThan(1);
    expect(register).toMatchObject({ pages: registerPages, category: 'WY', retention: 'D30', source: { number: month } });
    expect(new Date(register.datedAt).getTime()).toBe(new Date((await archives.rows<{ to: Date }>('SELECT to_at AS "to" FROM archive_month WHERE id = $1', [id]))[0]!.to).getTime() - 1);
    expect((await archives.ask(`GET /api/record-proposals/${register.id}`, office.clerk)).body).toMatchObject({ title: expect.stringMatching(/^\d{4}年\d+月维修登记簿$/), text: expect.stringContaining('R-10089'), steps: 1, complete: true });
    const record = (await archives.ask(`POST /api/record-proposals/${register.id}/accept`, office.clerk)).body;
    const [year] = month.split('-');
    expect(record).toMatchObject({ archiveNumber: expect.stringContaining(`·${year}-D30-GCB-`), pages: registerPages });
    const pdf = await archives.answer(`GET /api/archive-months/${id}/repair-register`, office.clerk);
    expect([pdf.headers['content-type'], pdf.bytes.subarray(0, 5).toString(), pdf.text.match(/\/Type \/Page\b(?!s)/g)?.length]).toEqual(['application/pdf', '%PDF-', registerPages]);
  });

  it('is dated from a moment that is of its month by the clock of its site, and by that of the archive number', async () => {
    office = await MonthOffice.open(archives, 'Europe/London');
    await office.reconcile();
    const [{ datedAt, source }] = (await archives.ask(`GET /api/record-proposals?siteId=${office.siteId}&source=repair-register`, office.clerk)).body.items;
    expect([monthOf('Europe/London', new Date(datedAt)), monthOf(zone, new Date(datedAt))]).toEqual([source.number, source.number]);
  });

  it('is made once, also when a process dies while it makes it', async () => {
    office.doneRepair();
    const part = archives.part(ReconcileMonth);
    await part.beginEnded();
    await archives.admin.query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'gone'; END $$; CREATE TRIGGER die BEFORE INSERT ON repair_register_line FOR EACH ROW EXECUTE FUNCTION die()`);
    await expect(part.turn()).rejects.toThrow('gone');
    expect([await registers(), (await office.months())[0].status]).toEqual([[], 'reconciling']);
    await archives.admin.query('DROP TRIGGER die ON repair_register_line; DROP FUNCTION die');
    await office.askedAgain();
    await office.askedAgain();
    expect(await registers()).toHaveLength(1);
    expect((await archives.ask(`GET /api/record-proposals?siteId=${office.siteId}&source=repair-register`, office.clerk)).body.items).toHaveLength(1);
  });

  it('takes up what was entered too late for the one before, however late, and nothing twice', async () => {
    office.doneRepair({ number: 'R-1' });
    await office.reconcile();
    office.doneRepair({ number: 'R-late' });
    await office.aMonthLater();
    await office.askedAgain();
    const made = await registers();
    expect(made).toHaveLength(2);
    expect([made[0]!.text.includes('R-late'), made[1]!.text.includes('R-late'), made[1]!.text.includes('R-1 |'), made[1]!.text.includes('补登此前完成的 1 件')]).toEqual([false, true, false, true]);
    expect(await office.cases('source=repair-register&unsettled=true')).toHaveLength(1);
  });

  it('says of a repair that was taken up late and never done that it is of its own month, whose register it does not stand in', async () => {
    await office.reconcile();
    const late = office.doneRepair({ number: 'R-late' });
    await office.aMonthLater();
    await office.askedAgain();
    office.done = [];
    await office.askedAgain();
    const [register] = await archives.rows<{ id: string; monthId: string }>(
      `SELECT id, month_id AS "monthId" FROM repair_register r WHERE site_id = $1 AND NOT EXISTS (SELECT 1 FROM repair_register_line WHERE register_id = r.id)`,
      [office.siteId],
    );
    const { items } = (await archives.ask(`GET /api/archive-months/${register!.monthId}/cases?standing=unknown`, office.clerk)).body;
    expect(items).toMatchObject([{ eventId: late.eventId, source: { type: 'repair-register', id: register!.id, number: 'R-late' } }]);
  });

  it('is made after that of the month before: what was done then does not move into the next', async () => {
    office.doneRepair({ number: 'R-1' });
    const part = archives.part(ReconcileMonth);
    await office.aMonthLater();
    await part.beginEnded();
    const first = [office.siteId, monthOf(zone, office.at)];
    await archives.admin.query(`UPDATE archive_month SET leased_until = 'infinity' WHERE site_id = $1 AND month = $2`, first);
    while (await part.turn());
    expect(await registers()).toEqual([]);
    await archives.admin.query('UPDATE archive_month SET leased_until = NULL WHERE site_id = $1 AND month = $2', first);
    await office.reconcile();
    expect((await registers()).map(({ text }) => text.includes('R-1 |'))).toEqual([true, false]);
  });

  it('is compared with what tickets says both ways, for as long as the month is counted: what is in none, and what is in one and was never done', async () => {
    office.doneRepair({ number: 'R-1' });
    const gone = office.doneRepair({ number: 'R-gone' });
    await office.reconcile();
    await office.aMonthLater();
    await office.askedAgain();
    await office.decide('accept');
    expect((await office.months()).map(({ status }) => status)).toEqual(['agreed', 'agreed']);
    office.done = office.done.filter((repair) => repair !== gone);
    const lost = office.doneRepair({ number: 'R-lost' });
    await office.askedAgain();
    const [{ id }] = (await office.months()).toReversed() as [{ id: string }];
    const { items } = (await archives.ask(`GET /api/archive-months/${id}/cases?unsettled=true`, office.clerk)).body;
    const [register] = await archives.rows<{ id: string }>('SELECT id FROM repair_register WHERE month_id = $1', [id]);
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ eventId: lost.eventId, standing: 'missing', source: { type: 'repair-register', id: register!.id, number: 'R-lost' } }),
        expect.objectContaining({ eventId: gone.eventId, standing: 'unknown', source: { type: 'repair-register', id: register!.id, number: 'R-gone' } }),
      ]),
    );
    const refused = await Promise.all(['ask-again', 'close'].map((verb) => archives.ask(`POST /api/archive-months/${id}/${verb}`, office.clerk)));
    expect(refused.map(({ body }) => [body.code, body.detail])).toEqual(['nothing-missing', 'month-unsettled'].map((code) => [code, expect.stringContaining('repairs that stand in no register are explained one by one')]));
    const explain = (eventId: string) => archives.ask(`POST /api/archive-months/${id}/explain`, office.clerk, { eventId, reason: '已核实' });
    expect([(await explain(lost.eventId)).body.status, (await explain(gone.eventId)).body.status]).toEqual(['differing', 'agreed']);
  });
});
