import { crossings, type Crossing } from '@property-office/service-testing';
import { ArchivesUnderTest } from '../archives.fixture';
import { afterMonthFact, afterMonthMove, monthMachine, monthMoves, monthStates, type MonthMove, type MonthState } from './domain/month-states';
import { MonthOffice } from './month-office.fixture';

/** What other services say; that all is settled is counted here. */
const pairs = crossings(monthMachine, { facts: ['differs'] });
const isMove = (trigger: string): trigger is MonthMove => (monthMoves as readonly string[]).includes(trigger);

describe('what happened in a month and comes late, and what people do with it (events.md)', () => {
  let archives: ArchivesUnderTest;
  let office: MonthOffice;

  beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
  afterAll(() => archives?.close());

  const state = async (): Promise<MonthState> => (await office.month()).status;

  async function standing(at: MonthState): Promise<void> {
    office = await MonthOffice.open(archives);
    office.down = at === 'reconciling';
    if (!office.down) await archives.hear(office.filed());
    await office.reconcile().catch(() => undefined);
    office.down = false;
    if (at === 'reconciling' || at === 'differing') return;
    await office.decide('accept');
    await office.askedAgain();
    if (at === 'agreed') return;
    expect((await office.monthAct('close')).status).toBe(200);
    if (at === 'reopened') await archives.hear(office.filed());
  }

  /** A paper that was filed in the month: heard now, and told when the source is asked. */
  async function differs(): Promise<void> {
    await archives.hear(office.filed());
    await office.askedAgain();
  }

  async function does(move: MonthMove): Promise<{ status: number; code: string }> {
    const [unsettled] = await office.cases('unsettled=true');
    const { status, body } = await office.monthAct(move, move === 'explain' ? { eventId: unsettled?.eventId ?? office.siteId, reason: '已说明' } : {});
    return { status, code: body.code };
  }

  async function meet({ from, order }: Crossing) {
    await standing(from as MonthState);
    let now = await state();
    const wrong: string[] = now === from ? [] : [`stands at ${now}`];
    for (const trigger of order) {
      const to = isMove(trigger) ? afterMonthMove(now, trigger) : afterMonthFact(now, 'differs');
      if (isMove(trigger)) {
        const { status, code } = await does(trigger);
        if ((code === 'month-move-illegal') !== (to === undefined) || ![200, 404, 409].includes(status)) wrong.push(`${trigger}: ${status} ${code}`);
        const moved = status === 200 ? to! : now;
        now = await state();
        // A reason may be the last that was missing.
        if (now !== moved && now !== afterMonthFact(moved, 'agrees')) wrong.push(`${trigger} leads to ${now}`);
      } else {
        await differs();
        now = await state();
        if (now !== (to ?? now)) wrong.push(`${trigger} leads to ${now}, not ${to}`);
      }
    }
    const { id } = await office.month();
    const [row] = await archives.rows(
      `SELECT version = (SELECT count(*)::int FROM ledger WHERE aggregate_id = m.id) AS gapless,
         EXISTS (SELECT 1 FROM deadline WHERE aggregate_id = m.id AND state = 'running') = (state IN ('reconciling', 'differing', 'reopened')) AS clocked FROM archive_month m WHERE id = $1`,
      [id],
    );
    return { from, order, wrong, ...row };
  }

  it.each(monthStates)('end as the table says in both orders, from %s', async (at) => {
    const met = [];
    for (const crossing of pairs.filter(({ from }) => from === at)) met.push(await meet(crossing));
    expect(met.length).toBeGreaterThan(0);
    expect(met).toEqual(met.map(({ from, order }) => ({ from, order, wrong: [], gapless: true, clocked: true })));
  });
});
