import { contactAct, recordContact, siteOf } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, TimelineView } from '../../support/views';

interface Cause {
  cause: string;
  count: number;
  cases: Array<{ id: string; number: string }>;
}
const day = 86_400_000;
type Causes = Record<'complaints' | 'repairs' | 'enquiries', Cause[]>;

/** What is done against what people complain of, report and ask most. */
export const causeMeasures = journey('causes of a month and measures against them', (given) => {
  let office: Office;
  let desk: Session;
  let director: Session;
  let technician: Session;

  beforeAll(async () => {
    ({ office } = given);
    [desk, director, technician] = [await office.as('desk'), await office.as('director'), await office.as('technician')];
  });

  it('R3.3: the largest causes of a month open to their cases, have a measure with owner and date, and last month’s is reviewed before the next', async () => {
    const siteId = siteOf(desk);
    const monthOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(at);
    const thisMonth = async () => monthOf(await office.clock.now());
    const counted = async (month: string) => accepted(await director.get<Causes>(`/api/statistics/causes?siteId=${siteId}&month=${month}`), 200);
    const happens = async (): Promise<string> => {
      for (const words of ['夜里施工太吵', '广场舞太吵']) accepted(await desk.post('/api/complaints', { kind: 'noise', words, siteId }), 201);
      const standard = accepted(await desk.post<{ id: string; version: number }>('/api/standard-answers', { siteId, title: { zh: '装修时间' }, text: { zh: '工作日 8 点到 18 点' } }), 201);
      const contact = await recordContact(desk, { ownWords: '几点可以装修' });
      accepted(await contactAct(desk, contact.id, 'answer', { standardAnswer: { id: standard.id, version: standard.version } }), 200);
      await office.comeToRest();
      return standard.id;
    };
    const asked = await happens();
    const month = await thisMonth();
    const { complaints: causes, enquiries } = await counted(month);
    // One that was merged is counted with the one that goes on for it.
    const ledger = await office.query<{ id: string; kind: string }>(
      `SELECT l.aggregate_id AS id, l.data ->> 'kind' AS kind FROM complaints.ledger l JOIN complaints.complaint c ON c.id = l.aggregate_id
       WHERE l.type = 'complaints.complaint-recorded.v1' AND l.site_id = $1 AND c.state <> 'merged'
         AND to_char(l.happened_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = $2 AND NOT l.data -> 'hiddenFrom' -> 'personIds' ? $3`,
      [siteId, month, director.who.id],
    );
    for (const { cause, count, cases } of causes) {
      const byHand = ledger.filter(({ kind }) => kind === cause).map(({ id }) => id);
      expect([count, cases.map(({ id }) => id).sort()]).toEqual([byHand.length, byHand.sort()]);
      const listed = await director.get<PageView<{ id: string }>>(`/api/statistics/causes/cases?siteId=${siteId}&month=${month}&source=complaints&cause=${cause}&limit=100`);
      expect(accepted(listed, 200).items).toEqual(cases);
      const { id: newest, number } = cases[0]!;
      const sought = await director.get<PageView<{ id: string }>>(`/api/statistics/causes/cases?siteId=${siteId}&month=${month}&source=complaints&cause=${cause}&q=${number}`);
      expect(accepted(sought, 200).items.map(({ id }) => id)).toEqual([newest]);
    }
    expect(enquiries.map(({ cause, count }) => [cause, count])).toContainEqual([asked, 1]);

    // What others have set in this office, whatever month it is by now.
    for (const before of accepted(await director.get<PageView<{ id: string; status: string; month: string }>>(`/api/cause-measures?siteId=${siteId}&limit=100`), 200).items) {
      if (before.status === 'reviewed' || before.month >= month) continue;
      if (before.status === 'set') accepted(await desk.post(`/api/cause-measures/${before.id}/finish`, { done: '已落实' }), 200);
      accepted(await director.post(`/api/cause-measures/${before.id}/review`, { worked: 'yes', review: '见效' }), 200);
    }
    const dueAt = async () => new Date((await office.clock.now()).getTime() + 5 * day).toISOString();
    const set = async (more: object) => director.post<{ id: string }>('/api/cause-measures', { siteId, source: 'complaints', cause: 'noise', measure: '每天巡查两次', ownerId: technician.who.id, dueAt: await dueAt(), ...more });
    expect((await set({ month, source: 'repairs', cause: 'no-such-category' })).body).toMatchObject({ status: 400, code: 'measure-cause', errors: [{ pointer: '/cause' }] });
    const { id } = accepted(await set({ month, ownerId: desk.who.id }), 201);
    accepted(await director.post(`/api/cause-measures/${id}/assign`, { ownerId: technician.who.id }), 200);
    await told(technician, id, 'measure-yours');
    const late = accepted(await set({ month, source: 'enquiries', cause: asked, measure: '装修须知贴到每个单元' }), 201);
    expect((await director.post(`/api/cause-measures/${id}/review`, { worked: 'yes', review: 'x' })).body).toMatchObject({ status: 409, code: 'review-too-soon' });
    accepted(await technician.post(`/api/cause-measures/${id}/finish`, { done: '已排班' }), 200);
    expect((await technician.post<Problem>(`/api/cause-measures/${id}/review`, { worked: 'yes', review: 'x' })).status).toBe(403);

    await office.clock.skip(31 * day);
    await office.comeToRest();
    // Done in time the one, left lying the other: each level it reached stands on its timeline, for whoever may read it (G5).
    const typesOf = async (measureId: string, who = director) => accepted(await who.get<TimelineView>(`/api/cause-measures/${measureId}/timeline`), 200).items.map(({ type }) => type.split('.')[1]);
    expect(await typesOf(id, technician)).toEqual(['cause-measure-set', 'cause-measure-assigned', 'cause-measure-done']);
    // In service hours alone: at ten in the morning in Shanghai, by UTC at two, of one of the next workdays.
    for (let days = 0; days < 12 && (await typesOf(late.id)).length === 1; days += 1) {
      const now = await office.clock.now();
      await office.clock.skip(day - ((now.getTime() - 2 * 3_600_000) % day));
      await office.comeToRest();
    }
    expect(await typesOf(late.id)).toEqual(['cause-measure-set', ...Array.from({ length: 4 }, () => 'cause-measure-escalated')]);
    expect((await (await office.as('technician2')).get(`/api/cause-measures/${id}/timeline`)).status).toBe(404);

    await happens();
    const next = await thisMonth();
    expect((await set({ month: next })).body).toMatchObject({ status: 409, code: 'last-measures-open' });
    for (const open of accepted(await director.get<PageView<{ id: string; status: string; month: string }>>(`/api/cause-measures?siteId=${siteId}&limit=100`), 200).items)
      if (open.status !== 'reviewed' && open.month < next) accepted(await director.post(`/api/cause-measures/${open.id}/review`, { worked: 'partly', review: '好转' }), 200);
    accepted(await set({ month: next }), 201);
  });
});
