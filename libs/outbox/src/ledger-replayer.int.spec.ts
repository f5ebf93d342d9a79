import { newId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';
import { testNats, waitFor, type TestNats } from '@property-office/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventStream } from './event-stream';
import { connectTo, NatsStream } from './fixtures/nats-stream';
import { commitEvents, openToy, type Toy } from './fixtures/toy-schema';
import { LedgerReplayer } from './ledger-replayer';
import { Relay } from './relay';
import { requestReplay } from './replay-requests';
import { requestRebuild } from './stream-state';

const durable = 'tracking__young_v1';
let toy: Toy;
let nats: TestNats;
let connection: NatsConnection;
let stream: NatsStream;
let relay: Relay;
let replayer: LedgerReplayer;
const log = { info: () => undefined, warn: () => undefined };

beforeAll(async () => {
  nats = await testNats();
});
beforeEach(async () => {
  await nats.wipe();
  toy = await openToy();
  connection = await connectTo(nats.url);
  stream = new NatsStream(connection);
  relay = new Relay(toy.database, stream, log);
  toy.onCommitted(() => relay.wake());
  replayer = new LedgerReplayer(toy.database, stream, log);
  relay.start();
  for (const id of [newId(), newId()]) await commitEvents(toy, id, 200);
  await published();
});
afterEach(async () => {
  await replayer.stop();
  await relay.stop();
  await connection.close();
  await toy.close();
});

const published = () =>
  waitFor(async () => (await toy.database.query('SELECT 1 FROM outbox_pending')).length === 0, {
    what: 'everything to be published',
  });
const order = { durable, types: null, by: 'an operator' };
const open = async () =>
  (await toy.database.query('SELECT 1 FROM replay_request WHERE finished_at IS NULL')).length;

/** Ids of the events on the private subject of the durable, in the order of the stream. */
async function sent(): Promise<string[]> {
  const manager = await stream.manager();
  const { state } = await manager.streams.info(stream.name, {
    subjects_filter: `events.tickets.replay.${durable}.>`,
  });
  const ids: string[] = [];
  for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
    const message = await manager.streams.getMessage(stream.name, { seq });
    if (message?.subject.startsWith(`events.tickets.replay.${durable}.`))
      ids.push(message.json<{ id: string }>().id);
  }
  return ids;
}
const lastSeq = async () =>
  Number((await toy.database.query<{ last: string }>('SELECT max(seq) AS last FROM ledger'))[0]!.last);
const recorded = async () =>
  (await toy.database.query<{ event_id: string }>('SELECT event_id FROM ledger ORDER BY seq')).map(
    (row) => row.event_id,
  );

test('sends the whole ledger to one durable, each aggregate in order, and is done', async () => {
  expect(await requestReplay(toy.database, order)).toBe(await lastSeq());
  await replayer.work();
  const ids = await sent();
  expect(ids).toHaveLength(400);
  expect(new Set(ids)).toEqual(new Set(await recorded()));
  const versions = await toy.database.query<{
    event_id: string;
    aggregate_id: string;
    aggregate_version: number;
  }>('SELECT * FROM ledger');
  const of = new Map(versions.map((row) => [row.event_id, row]));
  const seen = new Map<string, number>();
  for (const id of ids) {
    const { aggregate_id, aggregate_version } = of.get(id)!;
    expect(aggregate_version).toBe((seen.get(aggregate_id) ?? 0) + 1);
    seen.set(aggregate_id, aggregate_version);
  }
  expect(await open()).toBe(0);
});

test('is asked for without a look at the ledger, however long that is', async () => {
  const unreadable = toy.asAdmin('DO $$ BEGIN LOCK TABLE ledger IN ACCESS EXCLUSIVE MODE; PERFORM pg_sleep(3); END $$');
  await waitFor(
    async () => (await toy.asAdmin(`SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 'ledger'::regclass`)).length > 0,
    { what: 'the lock' },
  );
  const asked = requestReplay(toy.database, { ...order, types: ['tickets.repair-requested.v1'] });
  expect(await Promise.race([asked.then(() => 'asked'), unreadable.then(() => 'readable again')])).toBe('asked');
  await unreadable;
  await replayer.work();
  expect(await sent()).toHaveLength(400);
});

test('says once why it cannot go on, not in every round', async () => {
  const warnings: string[] = [];
  let asked = 0;
  const failing = {
    query: async () => {
      asked++;
      throw Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
    },
  };
  const silent = new LedgerReplayer(failing as unknown as Database, stream, { ...log, warn: (line) => warnings.push(line) });
  silent.start();
  await waitFor(() => asked > 1, { what: 'a second try' });
  await silent.stop();
  expect(warnings).toEqual(['replay: canceling statement due to statement timeout']);
});

test('only the types a reaction takes are sent', async () => {
  await requestReplay(toy.database, { ...order, types: ['tickets.repair-reopened.v1'] });
  await replayer.work();
  expect(await sent()).toEqual([]);
  expect(await open()).toBe(0);
});

test('waits for the broker and for a rebuild; one that was interrupted by a rebuild begins anew', async () => {
  await requestReplay(toy.database, order);
  await toy.database.query(`UPDATE replay_request SET epoch = 1, sent_seq = 300`);
  await requestRebuild(toy.database);
  await replayer.work();
  expect(await sent()).toEqual([]);
  relay.recheck();
  await waitFor(
    async () =>
      (await toy.database.query('SELECT 1 FROM stream_state WHERE epoch = 2 AND created IS NOT NULL'))
        .length === 1,
    { what: 'the rebuild' },
  );
  await published();
  await replayer.work();
  expect(new Set(await sent())).toEqual(new Set(await recorded()));
});

test('two processes share the work, and a dead one is followed', async () => {
  await requestReplay(toy.database, order);
  const second = new LedgerReplayer(toy.database, stream, log);
  await Promise.all([replayer.work(), second.work()]);
  await replayer.work();
  expect(await sent()).toHaveLength(400);

  await requestReplay(toy.database, order);
  await toy.database.query(
    `UPDATE replay_request SET taken_until = clock_timestamp() + interval '1 hour' WHERE finished_at IS NULL`,
  );
  await replayer.work();
  expect(await open()).toBe(1);
  await toy.database.query(
    `UPDATE replay_request SET taken_until = clock_timestamp() - interval '1 second' WHERE finished_at IS NULL`,
  );
  await replayer.work();
  expect(await open()).toBe(0);
});

test('waits while the stream is half full, so that what happens now finds room', async () => {
  const small = new NatsStream(connection, 'EVENTS_SMALL', ['small.>'], 64 * 1024);
  await small.create();
  const warnings: string[] = [];
  const waiting = new LedgerReplayer(toy.database, sharing(small), { ...log, warn: (line) => warnings.push(line) });
  await requestReplay(toy.database, order);
  for (let filled = 0; filled < 40; filled++) await small.publish('small.fill', new Uint8Array(1024), `fill ${filled}`);
  await waiting.work();
  await waiting.work();
  expect(warnings).toEqual([`the replay to ${durable} waits: EVENTS_TICKETS is half full, see NATS_STREAM_MAX_MIB`]);
  expect(await sent()).toEqual([]);
  await (await small.manager()).streams.purge('EVENTS_SMALL');
  await waiting.work();
  expect(await sent()).toHaveLength(400);
  expect(await open()).toBe(0);
});

/** The stream, as full as another one. */
function sharing(other: NatsStream): EventStream {
  return {
    name: stream.name,
    connected: () => stream.connected(),
    info: async () => {
      const [own, { fullness }] = [(await stream.info())!, (await other.info())!];
      return { ...own, fullness };
    },
    create: () => stream.create(),
    delete: () => stream.delete(),
    publish: (...message) => stream.publish(...message),
  };
}
