import { waitFor } from '@property-office/testing';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, finishWork, report, repairsPath, timelineOf } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, RepairView } from '../../support/views';

interface FollowUpView {
  id: string;
  status: string;
  episode: number;
}

export const confirmedResult = journey('a repair carried through to a confirmed result', (given) => {
  let office: Office;
  let resident: Session;
  let desk: Session;
  let technician: Session;
  /** Whatever was reported before is not theirs. */
  let begun: Date;

  beforeAll(async () => {
    ({ office } = given);
    resident = await office.as('resident');
    desk = await office.as('desk');
    technician = await office.as('technician');
    begun = await office.clock.now();
  });

  const statusOf = async (id: string) => accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200).status;
  const becomes = (id: string, status: string) => waitFor(async () => (await statusOf(id)) === status, { what: `the request to be ${status}` });

  const doTheWork = (requestId: string, episode = 1): Promise<void> => finishWork({ desk, technician }, requestId, episode);

  /** The follow-up of an episode, as soon as it is due. */
  function dueFollowUp(requestId: string, episode = 1): Promise<FollowUpView> {
    return waitFor(
      async () =>
        accepted(await desk.get<PageView<FollowUpView>>(`/api/follow-ups?repairRequestId=${requestId}&status=due`), 200).items.find(
          (each) => each.episode === episode,
        ),
      { what: `the follow-up of episode ${episode} to be due` },
    );
  }

  it('W2.2: report, work, follow-up: closed, with every step on the timeline in order', async () => {
    const { id } = await report(resident);
    await doTheWork(id);
    const followUp = await dueFollowUp(id);
    accepted(await desk.post(`/api/follow-ups/${followUp.id}/take`, {}), 200);
    accepted(await desk.post(`/api/follow-ups/${followUp.id}/outcome`, { result: 'satisfied', rating: 5 }), 200);
    await becomes(id, 'closed');
    const steps = [
      'tickets.repair-requested.v1',
      'dispatch.work-order-accepted.v1',
      'dispatch.work-order-arrived.v1',
      'dispatch.work-order-finished.v1',
      'tickets.repair-resolved.v1',
      'followups.follow-up-taken.v1',
      'followups.follow-up-completed.v1',
      'tickets.repair-closed.v1',
    ];
    const told = await waitFor(
      async () => {
        const types = (await timelineOf(resident, id)).map(({ type }) => type);
        return steps.every((step) => types.includes(step)) && types;
      },
      { what: 'the whole timeline' },
    );
    expect(told.filter((type) => steps.includes(type))).toEqual(steps);
  });

  it('main flow 6: an unsatisfied reporter never closes: a new episode with work and follow-up of its own', async () => {
    const { id } = await report(resident);
    await doTheWork(id);
    accepted(await desk.post(`/api/follow-ups/${(await dueFollowUp(id)).id}/outcome`, { result: 'satisfied', rating: 2 }), 200);
    await waitFor(async () => accepted(await resident.get<RepairView>(`${repairsPath}/${id}`), 200).episode === 2, { what: 'the second episode' });
    await doTheWork(id, 2);
    accepted(await desk.post(`/api/follow-ups/${(await dueFollowUp(id, 2)).id}/outcome`, { result: 'satisfied', rating: 4 }), 200);
    await becomes(id, 'closed');
  });

  it('main flow 6: a rating by the reporter: four stars answer the follow-up and close, one star begins a new episode', async () => {
    const { id } = await report(resident);
    await doTheWork(id);
    await dueFollowUp(id);
    accepted(await resident.post(`${repairsPath}/${id}/rating`, { rating: 4, words: '修得很快' }), 200);
    await becomes(id, 'closed');
    await waitFor(async () => (await timelineOf(resident, id)).some(({ summary }) => summary === '报修人评价 4 星 修得很快'), { what: 'the rating on the timeline' });
    expect(accepted(await resident.post<RepairView>(`${repairsPath}/${id}/rating`, { rating: 1, words: '又漏了' }), 200)).toMatchObject({ status: 'reopened', episode: 2 });
    await doTheWork(id, 2);
    await dueFollowUp(id, 2);
    accepted(await resident.post(`${repairsPath}/${id}/rating`, { rating: 5 }), 200);
    await becomes(id, 'closed');
  });

  it('main flow 6: a follow-up that is not due is refused, and is no business of residents and technicians', async () => {
    const { id } = await report(resident);
    const planned = await waitFor(
      async () => accepted(await desk.get<PageView<FollowUpView>>(`/api/follow-ups?repairRequestId=${id}`), 200).items[0],
      { what: 'the planned follow-up' },
    );
    const path = `/api/follow-ups/${planned.id}/outcome`;
    expect((await desk.post<Problem>(path, { result: 'satisfied' })).body).toMatchObject({ status: 409, code: 'follow-up-move-illegal' });
    expect((await technician.post<Problem>(path, { result: 'satisfied' })).status).toBe(403);
    expect((await resident.post<Problem>(path, { result: 'satisfied' })).status).toBe(403);
  });

  it('the reporter is told in their inbox, and marks it read', async () => {
    interface NotificationView {
      id: string;
      kind: string;
      title: string;
      subject: { id: string };
      readAt: string | null;
    }
    const { id, number } = await report(resident);
    const entry = await waitFor(
      async () =>
        accepted(await resident.get<PageView<NotificationView>>('/api/inbox?limit=100'), 200).items.find(({ kind, subject }) => kind === 'repair-accepted' && subject.id === id),
      { what: 'the notification' },
    );
    expect(entry).toMatchObject({ title: `您的报修 ${number} 已受理`, readAt: null });
    expect((await desk.post<Problem>(`/api/inbox/${entry.id}/read`, {})).status).toBe(404);
    expect(accepted(await resident.post<NotificationView>(`/api/inbox/${entry.id}/read`, {}), 200).readAt).not.toBeNull();
  });

  it('Q2: the director reads the figures of the site; a resident does not', async () => {
    const director = await office.as('director');
    const to = new Date((await office.clock.now()).getTime() + 86_400_000).toISOString();
    const path = `/api/statistics/repairs?from=${begun.toISOString()}&to=${to}&siteId=${resident.who.sites[0]!.id}`;
    const [counted] = await office.query<{ reported: number; closed: number }>(
      `SELECT count(*)::int AS reported, count(*) FILTER (WHERE state = 'closed')::int AS closed FROM tickets.repair_request WHERE site_id = $1 AND happened_at >= $2`,
      [resident.who.sites[0]!.id, begun],
    );
    const [asked] = await office.query<{ rating: number }>(
      `SELECT round(avg(rating), 2)::float8 AS rating FROM (SELECT DISTINCT ON (repair_request_id) rating FROM followups.follow_up
         WHERE rating IS NOT NULL AND repair_request_id IN (SELECT id FROM tickets.repair_request WHERE happened_at >= $1) ORDER BY repair_request_id, episode DESC) last`,
      [begun],
    );
    // Three were carried through above, two of them in two episodes.
    expect(counted).toMatchObject({ closed: 3 });
    const figures = await waitFor(
      async () => accepted(await director.get<{ items: Array<Record<string, number>> }>(path), 200).items.find(({ closed }) => closed === counted!.closed),
      { what: 'the figures' },
    );
    expect(figures).toMatchObject({ group: null, ...counted, reopened: 2, resolved: 3, satisfied: 3, unsatisfied: 0, rating: asked!.rating, onTime: { of: 3, inTime: 3 } });
    for (const name of ['secondsToAcceptP50', 'secondsToArriveP90', 'secondsToResolveP90']) expect(figures[name]).toBeGreaterThan(0);
    const byCategory = accepted(await director.get<{ items: Array<{ group: string; reported: number }> }>(`${path}&groupBy=category`), 200).items;
    expect(byCategory).toMatchObject([{ group: 'water-leak', reported: counted!.reported }]);
    expect((await resident.get(path)).status).toBe(403);
  });
});
