import { openEventStream, waitFor, type EventStream } from '@property-office/testing';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, act, report } from '../../support/repairs';
import type { Session } from '../../support/session';

export const liveStream = journey('the live stream through the gateway', (given) => {
  let office: Office;
  const open: EventStream[] = [];

  beforeAll(() => {
    ({ office } = given);
  });
  afterAll(() => {
    for (const stream of open) stream.close();
  });

  async function watch(session: Session, lastEventId?: string): Promise<EventStream> {
    const headers = { authorization: `Bearer ${session.token}`, 'accept-language': 'en', ...(lastEventId && { 'last-event-id': lastEventId }) };
    const stream = await openEventStream(`${office.url}/api/stream`, headers);
    open.push(stream);
    return stream;
  }
  const about = ({ events }: EventStream, id: string) =>
    events.filter(({ data }) => (data as { repairRequestId?: string }).repairRequestId === id).map(({ data }) => (data as { type: string }).type);
  const until = (stream: EventStream, id: string, type: string) =>
    waitFor(() => about(stream, id).includes(type), { what: `${type} on the stream` });

  it('a resident sees their own request live, another resident nothing of it, and who comes back goes on where they were', async () => {
    const [resident, other] = [await office.as('resident'), await office.as('resident2')];
    const [stream, others] = [await watch(resident), await watch(other)];
    const { id } = await report(resident);
    await until(stream, id, 'tickets.repair-requested.v1');
    stream.close();
    accepted(await act(resident, id, 'comment', { comment: '请上午来' }), 200);
    accepted(await act(resident, id, 'cancel', { reason: '自己修好了' }), 200);
    const again = await watch(resident, stream.events.at(-1)!.id);
    await until(again, id, 'tickets.repair-cancelled.v1');
    // Dispatch moves it along meanwhile.
    const types = [...about(stream, id), ...about(again, id)].filter((type) => /^tickets\.repair-(?!progressed)/.test(type));
    expect(types).toEqual(['tickets.repair-requested.v1', 'tickets.repair-commented.v1', 'tickets.repair-cancelled.v1']);
    const own = await report(other);
    await until(others, own.id, 'tickets.repair-requested.v1');
    expect(about(others, id)).toEqual([]);
  });

  it('ends with its session', async () => {
    const session = await office.signIn('resident');
    const stream = await watch(session);
    accepted(await session.send('DELETE', '/api/sessions/current', undefined), 204);
    await waitFor(() => stream.isOver(), { what: 'the stream to be over' });
    expect((await watch(session)).status).toBe(401);
  });
});
