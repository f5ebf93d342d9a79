import { waitFor } from '@property-office/testing';
import { Office } from '../support/office';
import { accepted, report, repairsPath, timelineOf } from '../support/repairs';
import type { Session } from '../support/session';
import type { PageView, RepairView } from '../support/views';

const patienceMs = 240_000;
const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString();
const projections = ['tracking__timeline_v1', 'tracking__work_v1', 'tracking__follow_ups_v1'];

describe('timelines and figures that were lost', () => {
  let office: Office;
  let resident: Session;
  let director: Session;

  beforeAll(async () => {
    office = await Office.start({ deployment: 'all-in-one' });
    resident = await office.as('resident');
    director = await office.as('director');
  }, patienceMs);
  afterAll(() => office?.stop(), patienceMs);

  const figures = async () =>
    accepted(
      await director.get<{ items: unknown[] }>(
        `/api/statistics/repairs?from=${day(-1)}&to=${day(1)}&groupBy=category`,
      ),
      200,
    ).items;
  const timelinesOf = (ids: string[]) => Promise.all(ids.map((id) => timelineOf(resident, id)));
  const numbered = () =>
    office.query<{ event_id: string }>('SELECT event_id FROM tracking.feed ORDER BY position');

  it('are made again from the ledgers as they were, and nobody who watches hears of anything twice', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await report(resident)).id);
    accepted(await resident.post<RepairView>(`${repairsPath}/${ids[0]}/cancel`, { reason: '自己修好了' }), 200);
    accepted(await resident.post<RepairView>(`${repairsPath}/${ids[1]}/comment`, { comment: '请下午来' }), 200);
    await office.comeToRest();
    const before = { timelines: await timelinesOf(ids), figures: await figures() };
    expect(before.timelines.every((entries) => entries.length >= 3)).toBe(true);
    expect(before.figures).not.toEqual([]);
    await waitFor(async () => (await office.query('SELECT 1 FROM tracking.feed_unnumbered')).length === 0, {
      what: 'the feed to be numbered',
    });
    const heard = await numbered();

    await office.query('TRUNCATE tracking.timeline, tracking.timeline_entry');
    expect(await figures()).toEqual([]);
    expect(await office.ops('replay-reaction', ...projections, '--afresh')).toMatchObject({ code: 0 });

    const asBefore = async () => JSON.stringify(await timelinesOf(ids)) === JSON.stringify(before.timelines);
    const waiting = { what: 'every timeline to stand as it stood', timeoutMs: 60_000, intervalMs: 250 };
    const late = await waitFor(asBefore, waiting).then(() => '', () => office.doings());
    expect([await timelinesOf(ids), late]).toEqual([before.timelines, '']);
    expect(await figures()).toEqual(before.figures);
    expect(await numbered()).toEqual(heard);
    expect(await office.verify()).toEqual([]);
  }, patienceMs);

  it('go on with what happens next', async () => {
    const { items } = accepted(await resident.get<PageView<RepairView>>(`${repairsPath}?limit=1`), 200);
    accepted(
      await resident.post<RepairView>(`${repairsPath}/${items[0]!.id}/comment`, { comment: '还没有人来' }),
      200,
    );
    await waitFor(
      async () =>
        (await timelineOf(resident, items[0]!.id)).some(({ type }) => type === 'tickets.repair-commented.v1'),
      { what: 'the comment on the timeline' },
    );
  }, patienceMs);

  it('are not made again by what has effects of its own', async () => {
    expect(await office.ops('replay-reaction', 'dispatch__episodes_v3', '--afresh')).toMatchObject({ code: 2 });
  }, patienceMs);
});
