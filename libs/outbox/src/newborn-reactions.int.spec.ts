import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import {
  JetStreamStrategy,
  NatsConnectionProvider,
  ProducerStream,
  Topology,
  type ReactionContext,
  type ReactionDeclaration,
} from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { testNats, waitFor } from '@property-office/testing';
import { Births } from './births';
import { BornSettler } from './born-settler';
import { settlingOn } from './fixtures/settling';
import { commitEvents, openToy, type Toy } from './fixtures/toy-schema';
import { LedgerReplayer } from './ledger-replayer';
import { Relay } from './relay';
import { requestRebuild } from './stream-state';

jest.setTimeout(60_000);

const quiet = { debug: () => {}, log: () => {}, warn: () => {}, error: () => {}, info: () => {} };
const stream = 'EVENTS_TICKETS';
let toy: Toy;
let connection: NatsConnectionProvider;
let topology: Topology;
let relay: Relay;
let replayer: LedgerReplayer;
let manager: JetStreamManager;
let stopping: Array<() => Promise<unknown>>;

/** The producer's side as a process has it, and a database that also reacts. */
beforeEach(async () => {
  const nats = await testNats();
  await nats.wipe();
  toy = await openToy();
  connection = new NatsConnectionProvider({ url: nats.url, name: 'newborn' }, quiet);
  connection.start();
  manager = await jetstreamManager((await connection.connected()).connection);
  topology = new Topology(connection, { replicas: 1, maxBytes: 16 * 1024 * 1024 });
  relay = new Relay(toy.database, new ProducerStream('tickets', connection, topology), quiet);
  toy.onCommitted(() => relay.wake());
  replayer = new LedgerReplayer(toy.database, new ProducerStream('tickets', connection, topology), quiet);
  stopping = [];
});
afterEach(async () => {
  await Promise.all(stopping.map((stop) => stop()));
  await replayer.stop();
  await relay.stop();
  await connection.close();
  await toy.close();
});

type Declared = Partial<ReactionDeclaration>;
const durableOf = (version: number) => `outbox-toy__newborn_v${version}`;

/** A process with one reaction, which leaves an effect of each event it is to act on. @returns what stops it */
function react(declared: Declared, version = 1): () => Promise<unknown> {
  const durable = durableOf(version);
  const on = settlingOn(toy.database);
  const settler = new BornSettler(
    Object.assign(on.settler, { service: 'outbox-toy' }),
    new Births(toy.database),
  );
  const strategy = new JetStreamStrategy({ connection, topology, settlers: [settler], log: quiet });
  const reaction = { durable, events: 'tickets.*', order: 'strict', replay: 'skip', ...declared };
  const handle = async (event: WireEvent, { tx }: ReactionContext<Transaction>) =>
    tx.send('INSERT INTO effect (consumer, event_id, aggregate_id, version) VALUES ($1, $2, $3, $4)', [
      durable,
      event.id,
      event.subject,
      event.aggregateversion,
    ]);
  strategy.addHandler(durable, handle as never, true, { reaction });
  strategy.listen((error) => {
    if (error) throw error;
  });
  on.sweeper.start();
  const stop = async () => {
    await strategy.close();
    await on.sweeper.stop();
  };
  stopping.push(stop);
  return stop;
}

const effectsOf = async (aggregateId: string, version = 1) =>
  (
    await toy.database.query<{ version: number }>(
      'SELECT version FROM effect WHERE consumer = $1 AND aggregate_id = $2 ORDER BY at',
      [durableOf(version), aggregateId],
    )
  ).map((row) => row.version);
const expectEffects = (aggregateId: string, versions: number[], version = 1) =>
  waitFor(async () => (await effectsOf(aggregateId, version)).length >= versions.length, {
    what: `effects ${versions.join(', ')}`,
    timeoutMs: 30_000,
  }).then(async () => expect(await effectsOf(aggregateId, version)).toEqual(versions));
/** Nothing is pending, delivered and not acked, parked or asked for. */
const rest = (version = 1) =>
  waitFor(
    async () => {
      const rows = await toy.database.query(
        `SELECT 1 FROM outbox_pending UNION ALL SELECT 1 FROM parked
         UNION ALL SELECT 1 FROM replay_request WHERE finished_at IS NULL
         UNION ALL SELECT 1 FROM stream_state WHERE created IS NULL OR expected IS NOT NULL`,
      );
      const info = await topology.durableInfo({ stream, durable: durableOf(version) });
      return rows.length === 0 && info !== undefined && info.num_pending + info.num_ack_pending === 0;
    },
    { what: 'rest', timeoutMs: 30_000 },
  );
const makeOlder = (age: string) =>
  toy.asAdmin(`UPDATE ledger SET recorded_at = recorded_at - $1::interval`, [age]);
/** As if the stream had held them for 30 days. */
const forgetByStream = () => toy.asAdmin('DELETE FROM outbox_pending');

/** Two requests of two hours ago in the stream, three events each. */
async function anOldOffice(): Promise<[string, string]> {
  const ids: [string, string] = [newId(), newId()];
  for (const id of ids) await commitEvents(toy, id, 3);
  await makeOlder('2 hours');
  relay.start();
  await waitFor(async () => (await toy.database.query('SELECT 1 FROM outbox_pending')).length === 0, {
    what: 'the past to be published',
  });
  replayer.start();
  return ids;
}

describe.each(['any', 'strict'] as const)('a new reaction of order %s that skips the past', (order) => {
  test('acts on what comes, not on what was; neither when its stream is rebuilt nor when its durable is lost', async () => {
    const [old, other] = await anOldOffice();
    react({ order });
    await rest();
    expect((await topology.durableInfo({ stream, durable: durableOf(1) }))!.config.deliver_policy).toBe(
      'by_start_sequence',
    );
    const young = newId();
    await commitEvents(toy, old, 2);
    await commitEvents(toy, young, 2);
    await expectEffects(old, [4, 5]);
    await expectEffects(young, [1, 2]);

    await requestRebuild(toy.database);
    relay.recheck();
    await waitFor(
      async () =>
        (await toy.database.query('SELECT 1 FROM stream_state WHERE epoch = 2 AND created IS NOT NULL')).length > 0,
      { what: 'the rebuild' },
    );
    await rest();
    await manager.consumers.delete(stream, durableOf(1));
    await commitEvents(toy, young);
    await expectEffects(young, [1, 2, 3]);
    await rest();
    expect([await effectsOf(old), await effectsOf(other)]).toEqual([[4, 5], []]);
  });
});

test('nothing is lost between two releases, nor when the next one has a new version', async () => {
  const [old] = await anOldOffice();
  const stop = react({});
  await rest();
  await commitEvents(toy, old);
  await expectEffects(old, [4]);
  await stop();
  await commitEvents(toy, old);
  const stopAgain = react({});
  await expectEffects(old, [4, 5]);
  await stopAgain();
  await commitEvents(toy, old, 2);
  react({}, 2);
  await expectEffects(old, [6, 7], 2);
  await commitEvents(toy, old);
  await expectEffects(old, [6, 7, 8], 2);
});

test('a service that starts last in a new office has lost nothing', async () => {
  const id = newId();
  relay.start();
  await commitEvents(toy, id, 3);
  react({});
  await expectEffects(id, [1, 2, 3]);
});

test('a new reaction that wants the past gets from the ledger what its stream has lost, by itself and once', async () => {
  const id = newId();
  await commitEvents(toy, id, 600);
  await makeOlder('40 days');
  await forgetByStream();
  relay.start();
  await commitEvents(toy, id, 2);
  react({ replay: 'rebuild' });
  await waitFor(async () => (await toy.database.query('SELECT 1 FROM parked')).length === 2, { what: 'two parked' });
  replayer.start();
  await expectEffects(
    id,
    Array.from({ length: 602 }, (_, index) => index + 1),
  );
  await rest();
  expect(await toy.database.query('SELECT requested_by FROM replay_request')).toEqual([
    { requested_by: 'its birth' },
  ]);
});

test('one whose stream still holds everything asks for nothing', async () => {
  const [id] = await anOldOffice();
  react({ replay: 'rebuild' });
  await expectEffects(id, [1, 2, 3]);
  await waitFor(async () => (await toy.database.query('SELECT 1 FROM ledger_listener')).length === 1, {
    what: 'its wish to be heard',
    timeoutMs: 20_000,
  });
  expect(await toy.database.query('SELECT 1 FROM replay_request')).toEqual([]);
});
