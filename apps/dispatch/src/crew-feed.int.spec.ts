import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { parseEvent, type WireEvent } from '@property-office/contracts';
import { crewSubjectOf, crewsStream, streamOf } from '@property-office/messaging';
import { testNats, waitFor, type TestNats } from '@property-office/testing';
import { DispatchUnderTest } from './dispatch.fixture';
import { Site } from './site.fixture';

let nats: TestNats;
let connection: NatsConnection;
let dispatch: DispatchUnderTest;
let site: Site;

beforeAll(async () => {
  nats = await testNats();
  await nats.wipe();
  const { host, username, password } = new URL(nats.url);
  connection = await connect({ servers: host, user: username, pass: password });
  dispatch = await DispatchUnderTest.open(nats.url);
  dispatch.relay();
  site = new Site(dispatch);
});
afterAll(async () => {
  await dispatch.close();
  await connection.close();
  await nats.wipe();
});

/** What stands on some subjects of a stream, in its order. */
async function read(stream: string, filter: string): Promise<Array<{ subject: string; event: WireEvent }>> {
  const consumer = await jetstream(connection).consumers.get(stream, { filter_subjects: [filter] });
  const found: Array<{ subject: string; event: WireEvent }> = [];
  for await (const message of await consumer.fetch({ max_messages: 1_000, expires: 1_000 })) {
    found.push({ subject: message.subject, event: parseEvent(message.data) });
    if (message.info.pending === 0) break;
  }
  return found;
}

const nothingPending = () =>
  waitFor(async () => (await dispatch.rows('SELECT 1 FROM outbox_pending')).length === 0, { what: 'everything to be published', timeoutMs: 20_000 });

it('reaches a crew on its own subject, gapless, and no other stream', async () => {
  const [mine, other] = [await site.crew(['lift']), await site.crew(['lift'])];
  const reported = [await site.report('assign', 'lift'), await site.report('assign', 'lift'), await site.report('assign', 'lift')];
  await dispatch.hear(site.cancelled(reported[0]!.requestId));
  await nothingPending();

  const feed = await read(crewsStream, `crews.${mine.id}.>`);
  const versions = feed.map(({ event }) => event.aggregateversion);
  expect(versions).toEqual(versions.map((_, i) => i + 1));
  expect(feed.length + (await read(crewsStream, `crews.${other.id}.>`)).length).toBe(4);
  expect(feed[0]).toMatchObject({
    subject: crewSubjectOf(mine.id, 'dispatch.work-order-dispatched.v1'),
    event: { type: 'dispatch.work-order-dispatched.v1', subject: mine.id, aggregatetype: 'crew-feed', data: { how: 'assigned' } },
  });
  const types = new Set((await read(streamOf('dispatch'), 'events.dispatch.>')).map(({ event }) => event.aggregatetype));
  expect([...types]).toEqual(['work-order']);
});

it('is filled again from the ledger when its stream is lost, without touching the other', async () => {
  const crew = await site.crew(['greening']);
  for (let i = 0; i < 3; i += 1) await site.report('assign', 'greening');
  await nothingPending();
  const manager = await jetstreamManager(connection);
  const before = await manager.streams.info(streamOf('dispatch'));
  await manager.streams.delete(crewsStream);
  await waitFor(async () => (await read(crewsStream, `crews.${crew.id}.>`)).length === 3, { what: 'the feed to be there again', timeoutMs: 25_000 });
  const after = await manager.streams.info(streamOf('dispatch'));
  expect([after.created, after.state.messages]).toEqual([before.created, before.state.messages]);
}, 40_000);
