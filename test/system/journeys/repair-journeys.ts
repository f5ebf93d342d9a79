import { randomBytes } from 'node:crypto';
import { waitFor } from '@property-office/testing';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, act, report, repairsPath, reportOf, timelineOf } from '../../support/repairs';
import type { Session } from '../../support/session';
import type { PageView, RepairView, TimelineView } from '../../support/views';

export const repairJourneys = journey('repair requests through the gateway', (given) => {
  let office: Office;
  let resident: Session;

  beforeAll(async () => {
    ({ office } = given);
    resident = await office.as('resident');
  });

  /** Other services write on the timeline, too, and move the request along when their work begins. */
  const ofTickets = (items: TimelineView['items']) => items.filter(({ type }) => /^tickets\.repair-(?!progressed)/.test(type));

  it('who signs in is told who they are; who signs out is nobody within a second', async () => {
    const session = await office.signIn('resident2');
    const { body } = await session.get<{ name: string; homes: unknown[] }>('/api/sessions/current');
    expect(body).toMatchObject({ name: '何建国', homes: [{ label: { zh: '1栋1单元202' } }] });
    accepted(await session.send('DELETE', '/api/sessions/current', undefined), 204);
    await waitFor(async () => (await session.get('/api/sessions/current')).status === 401, {
      what: 'the session to be over',
      timeoutMs: 1_500,
    });
    expect((await office.nobody().get<Problem>(repairsPath)).body).toMatchObject({
      status: 401,
      code: 'not-signed-in',
      title: '请先登录',
    });
    expect((await office.nobody('en').get<Problem>(repairsPath)).body).toMatchObject({
      title: 'Not signed in',
    });
  });

  it('W2.2: a report gets its number at once and its timeline within a second', async () => {
    const answer = await resident.post<RepairView>(repairsPath, reportOf(resident));
    expect(answer).toMatchObject({ status: 201, headers: { location: `${repairsPath}/${answer.body.id}` } });
    expect(answer.body).toMatchObject({ status: 'open', episode: 1, version: 1 });
    expect(answer.body.number).toMatch(/^R-\d{8}-\d{5,}$/);
    const items = await timelineOf(resident, answer.body.id);
    expect(items[0]).toMatchObject({
      type: 'tickets.repair-requested.v1',
      summary: `已报修，编号 ${answer.body.number}`,
      actor: { personId: resident.who.id, role: 'resident' },
    });
    expect((await timelineOf(resident.in('en'), answer.body.id))[0]!.summary).toBe(
      `Reported as ${answer.body.number}`,
    );
  });

  it('one trace runs from the request through every reaction that writes', async () => {
    const traceId = randomBytes(16).toString('hex');
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const { id } = accepted(await resident.post<RepairView>(repairsPath, reportOf(resident), { headers }), 201);
    const traced = await waitFor(
      async () => {
        const rows = await office.query<{ type: string; trace: string }>(
          `SELECT type, split_part(traceparent, '-', 2) AS trace FROM tickets.ledger WHERE aggregate_id = $1
           UNION ALL SELECT type, split_part(traceparent, '-', 2) FROM dispatch.ledger WHERE data ->> 'repairRequestId' = $1::text
           UNION ALL SELECT type, split_part(traceparent, '-', 2) FROM followups.ledger WHERE data ->> 'repairRequestId' = $1::text`,
          [id],
        );
        return new Set(rows.map(({ type }) => type.split('.')[0])).size === 3 && rows;
      },
      { what: 'a work order and a planned follow-up' },
    );
    expect(traced.map(({ type, trace }) => [type, trace])).toEqual(traced.map(({ type }) => [type, traceId]));
  });

  it('comments and the cancellation follow on the timeline, in their order', async () => {
    const { id } = await report(resident);
    accepted(await act(resident, id, 'comment', { comment: '请上午来' }), 200);
    accepted(await act(await office.as('desk'), id, 'comment', { comment: '好的' }), 200);
    expect(accepted(await act(resident, id, 'cancel', { reason: '自己修好了' }), 200).status).toBe(
      'cancelled',
    );
    const items = await waitFor(
      async () => {
        const seen = await timelineOf(resident, id);
        return ofTickets(seen).length >= 4 && ofTickets(seen);
      },
      { what: 'the four entries' },
    );
    expect(items.map(({ type }) => type)).toEqual([
      'tickets.repair-requested.v1',
      'tickets.repair-commented.v1',
      'tickets.repair-commented.v1',
      'tickets.repair-cancelled.v1',
    ]);
    expect(items.map(({ actor }) => actor.role)).toEqual(['resident', 'resident', 'desk', 'resident']);
  });

  it('W2.2: the reporter urges once, in words; the timeline says so, and the desk hears of what nobody has taken', async () => {
    const { id, number } = await report(resident);
    expect(accepted(await act(resident, id, 'urge', { words: '水漫到客厅了' }), 200)).toMatchObject({ urgedCount: 1 });
    const again = await resident.post<Problem>(`${repairsPath}/${id}/urge`, {});
    expect(again).toMatchObject({ status: 429, body: { code: 'urged-just-now' } });
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(6_000);
    await waitFor(async () => (await timelineOf(resident, id)).some(({ summary }) => summary === '第 1 次催单 水漫到客厅了'), { what: 'the urging on the timeline' });
    const desk = await office.as('desk');
    const isTold = async () =>
      accepted(await desk.get<PageView<{ kind: string; title: string; subject: { id: string } }>>('/api/inbox?limit=100'), 200).items.some(
        ({ kind, title, subject }) => kind === 'work-urged' && subject.id === id && title.includes(number),
      );
    await waitFor(isTold, { what: 'the desk to be told' });
  });

  it('G3: a double is merged into the other report, its work and follow-up rest, its reporter hears; undone, all of it stands again', async () => {
    const [desk, neighbour] = [await office.as('desk'), await office.as('resident2')];
    const [survivor, double] = [await report(resident), await report(neighbour)];
    const restsOf = async () => ({
      orders: accepted(await desk.get<PageView<{ status: string }>>(`/api/work-orders?repairRequestId=${double.id}`), 200).items.map(({ status }) => status),
      followUps: accepted(await desk.get<PageView<{ status: string }>>(`/api/follow-ups?repairRequestId=${double.id}`), 200).items.map(({ status }) => status),
    });
    const stands = (order: RegExp, followUp: string) =>
      waitFor(
        async () => {
          const { orders, followUps } = await restsOf();
          return orders.length === 1 && order.test(orders[0]!) && followUps.length === 1 && followUps[0] === followUp;
        },
        { what: `its order to be ${String(order)} and its follow-up ${followUp}` },
      );
    await stands(/^(queued|offered|assigned)$/, 'planned');
    expect(accepted(await act(desk, double.id, 'merge', { into: survivor.id }), 200)).toMatchObject({ status: 'merged', mergedInto: { number: survivor.number } });
    await stands(/^withdrawn$/, 'cancelled');
    const says = (who: Session, id: string, summary: string) =>
      waitFor(async () => (await timelineOf(who, id)).some((entry) => entry.summary === summary), { what: `“${summary}” on the timeline` });
    await says(neighbour, double.id, `与报修 ${survivor.number} 为同一问题，已并单`);
    await says(desk, survivor.id, `报修 ${double.number} 并入此单`);
    expect((await neighbour.get(`${repairsPath}/${survivor.id}`)).status).toBe(404);
    expect((await neighbour.get(`${repairsPath}/${double.id}`)).body).toMatchObject({ mergedInto: { number: survivor.number, status: expect.any(String) } });
    expect((await act(neighbour, double.id, 'urge', {})).body).toMatchObject({ status: 409, detail: expect.stringContaining(`已并入 ${survivor.number}`) });
    const [followUp] = accepted(await desk.get<PageView<{ id: string }>>(`/api/follow-ups?repairRequestId=${survivor.id}`), 200).items;
    const doubles = async () => accepted(await desk.get<{ doubles: object[] }>(`/api/follow-ups/${followUp!.id}`), 200).doubles;
    await waitFor(async () => (await doubles()).length > 0, { what: 'the double in the follow-up of the other' });
    expect(await doubles()).toEqual([{ id: double.id, number: double.number }]);
    const isTold = async () =>
      accepted(await neighbour.get<PageView<{ kind: string; subject: { id: string } }>>('/api/inbox?limit=100'), 200).items.some(
        ({ kind, subject }) => kind === 'repair-merged' && subject.id === double.id,
      );
    await waitFor(isTold, { what: 'the neighbour to be told' });
    accepted(await act(neighbour, double.id, 'comment', { comment: '写错了' }), 200);
    accepted(await act(neighbour, double.id, 'take-back', {}), 200);
    expect((await act(resident, survivor.id, 'cancel', { reason: '不用了' })).body).toMatchObject({ status: 409, code: 'has-doubles' });
    expect((await act(neighbour, double.id, 'unmerge', {})).status).toBe(403);
    accepted(await act(desk, double.id, 'unmerge', {}), 200);
    await stands(/^(queued|offered|assigned)$/, 'planned');
    await says(neighbour, double.id, `已撤销与报修 ${survivor.number} 的并单`);
  });

  it('main flow 1: what is open at a place is offered; who says “me too” hears when it is over', async () => {
    const [desk, neighbour] = [await office.as('desk'), await office.as('resident2')];
    const places = accepted(await desk.get<PageView<{ id: string }>>(`/api/places?siteId=${resident.who.sites[0]!.id}&kind=public-place&limit=1`), 200).items;
    const { id } = await report(resident, { location: { place: places[0]!.id }, category: 'light', description: '楼道灯不亮' });
    const similar = accepted(await neighbour.get<{ items: Array<{ id: string }> }>(`/api/similar-repair-requests?category=light&place=${places[0]!.id}`), 200);
    expect(similar.items[0]).toMatchObject({ id, status: expect.any(String), meTooCount: 0 });
    expect((await act(neighbour, id, 'me-too', {})).body).toMatchObject({ meTooCount: 1 });
    accepted(await act(desk, id, 'cancel', { reason: '已恢复' }), 200);
    const isTold = async () =>
      accepted(await neighbour.get<PageView<{ kind: string; subject: { id: string } }>>('/api/inbox?limit=100'), 200).items.some(
        ({ kind, subject }) => kind === 'repair-shared-cancelled' && subject.id === id,
      );
    await waitFor(isTold, { what: 'the neighbour to be told' });
  });

  it('G3: an illegal move is refused and the legal ones are named', async () => {
    const { id } = await report(resident);
    const tooEarly = await resident.post<Problem>(`${repairsPath}/${id}/reopen`, { reason: '又漏了' });
    expect(tooEarly).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
    expect(tooEarly.body.detail).toContain('不能“要求返修”');
    expect(tooEarly.body.detail).toContain('取消');
    accepted(await act(resident, id, 'cancel', { reason: '不用了' }), 200);
    const twice = await resident.in('en').post<Problem>(`${repairsPath}/${id}/cancel`, { reason: 'again' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
    expect(twice.body.detail).toContain('cancelled');
    expect(twice.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('a repeat under the same key gets the same answer and takes no effect; another request under it is refused', async () => {
    const key = 'once';
    const body = reportOf(resident, { description: '重复提交' });
    const twins = await Promise.all(
      Array.from({ length: 5 }, () => resident.post<RepairView>(repairsPath, body, { key })),
    );
    twins.push(await resident.post<RepairView>(repairsPath, body, { key }));
    expect(new Set(twins.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(twins[0]!.status).toBe(201);
    const other = await resident.post<Problem>(repairsPath, { ...body, description: '别的' }, { key });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    const rows = await office.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM tickets.repair_request WHERE description = $1`,
      ['重复提交'],
    );
    expect(rows).toEqual([{ n: 1 }]);
    const stranger = await (await office.as('desk')).post<Problem>(repairsPath, body, { key });
    expect(stranger.status).not.toBe(422);
  });

  it("what is somebody else's does not exist for a resident, nor for the desk of another site", async () => {
    const { id } = await report(resident);
    await timelineOf(resident, id);
    for (const login of ['resident2', 'desk2']) {
      const stranger = await office.as(login);
      const answers = [
        await stranger.get<Problem>(`${repairsPath}/${id}`),
        await stranger.get<Problem>(`${repairsPath}/${id}/timeline`),
        await stranger.post<Problem>(`${repairsPath}/${id}/comment`, { comment: '?' }),
        await stranger.post<Problem>(`${repairsPath}/${id}/cancel`, { reason: '?' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      const list = await stranger.get<PageView<RepairView>>(repairsPath);
      expect(list.body.items.map((each) => each.id)).not.toContain(id);
    }
    expect((await (await office.as('desk')).get(`${repairsPath}/${id}`)).status).toBe(200);
    expect((await resident.get(`${repairsPath}/01900000-0000-7000-8000-000000000000`)).status).toBe(404);
  });

  it("a resident may not report for somebody else's home, nor open a site", async () => {
    const other = await office.as('resident2');
    expect(
      await resident.post<Problem>(repairsPath, reportOf(resident, { location: { homeId: other.homeId } })),
    ).toMatchObject({
      status: 400,
      body: { code: 'location-unknown', errors: [{ pointer: '/location' }] },
    });
    expect(
      await resident.post<Problem>('/api/sites', { code: 'X', name: { zh: '某', en: 'x' } }),
    ).toMatchObject({ status: 403 });
  });

  it('what the desk reports on behalf of a resident, the resident sees', async () => {
    const desk = await office.as('desk');
    const request = accepted(
      await desk.post<RepairView>(repairsPath, { ...reportOf(resident), onBehalfOf: resident.who.id }),
      201,
    );
    expect((await resident.get<RepairView>(`${repairsPath}/${request.id}`)).body.number).toBe(request.number);
    expect((await timelineOf(resident, request.id))[0]!.actor).toEqual(
      expect.objectContaining({ personId: desk.who.id, role: 'desk' }),
    );
  });

  it('requests are found by words in Chinese and English, by one character more than none, and by number', async () => {
    const request = await report(resident, { description: '阳台推拉门 sliding door 卡住，扇叶变形' });
    const find = async (q: string) =>
      (await resident.get<PageView<RepairView>>(`${repairsPath}?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ id }) => id,
      );
    await waitFor(async () => (await find('推拉门')).includes(request.id), { what: 'the search to know it' });
    for (const q of ['推拉', '推拉门', 'Sliding', 'DOOR', request.number])
      expect([q, await find(q)]).toEqual([q, expect.arrayContaining([request.id])]);
    expect(await find('不存在的词')).toEqual([]);
  });

  it('lists go on where they ended, whatever is reported meanwhile', async () => {
    const first = (await resident.get<PageView<RepairView>>(`${repairsPath}?limit=2`)).body;
    await report(resident);
    const second = (
      await resident.get<PageView<RepairView>>(`${repairsPath}?limit=2&cursor=${first.nextCursor}`)
    ).body;
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
});
