import { join } from 'node:path';
import { newId } from '@property-office/kernel';
import {
  startTypescript,
  testNats,
  waitFor,
  type TestNats,
  type TypescriptProcess,
} from '@property-office/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { brokenInStream, brokenOnDatabase } from './fixtures/invariants';
import { connectTo, NatsStream } from './fixtures/nats-stream';
import { change, commitEvents, openToy, toyEvent, toyReaction, type Toy } from './fixtures/toy-schema';

/** Processes killed with -9 at each fault point, and started again. */

// Each starts a process or two, and some wait for a lease; beside other suites that takes its time.
jest.setTimeout(180_000);

const reaction = toyReaction('strict');
let toy: Toy;
let nats: TestNats;
let connection: NatsConnection;
let stream: NatsStream;
let running: TypescriptProcess | undefined;
beforeAll(async () => {
  nats = await testNats();
});
beforeEach(async () => {
  await nats.wipe();
  toy = await openToy();
  connection = await connectTo(nats.url);
  stream = new NatsStream(connection);
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  await connection.close();
  await toy.close();
});

function start(faults = ''): TypescriptProcess {
  const settings = JSON.stringify({ databaseUrl: toy.url, natsUrl: nats.url, faults });
  return (running = startTypescript(join(__dirname, 'fixtures', 'office-process.ts'), { args: [settings] }));
}
/** The process dies at the fault point; another leads at once instead of waiting for the lease. */
async function killedAt(faults: string, { waitForLease = false } = {}): Promise<void> {
  const { ended, lines } = start(faults);
  const end = await ended;
  if (end !== 'SIGKILL') throw new Error(`it ended with ${end}: ${lines.join('\n')}`);
  if (!waitForLease) await toy.asAdmin(`UPDATE relay_leader SET until = '-infinity'`);
}
const aggregates = Array.from({ length: 5 }, () => newId());
const commitAll = async () => {
  for (const id of aggregates) await commitEvents(toy, id, 8);
};
const settled = () =>
  waitFor(async () => (await brokenOnDatabase(toy.database, reaction.durable)).length === 0, {
    what: 'every invariant to hold',
    timeoutMs: 60_000,
  });
async function expectEverythingOnce(): Promise<void> {
  await settled();
  expect(await toy.database.query('SELECT count(*)::int AS n FROM effect')).toEqual([{ n: 40 }]);
  expect(await toy.database.query('SELECT count(*)::int AS n FROM inbox')).toEqual([{ n: 40 }]);
  expect(await toy.database.query('SELECT 1 FROM dead_letter UNION ALL SELECT 1 FROM attempt')).toEqual([]);
  expect(await brokenInStream(toy.database, await stream.events())).toEqual([]);
  const inOrder = await toy.database.query(
    'SELECT 1 FROM (SELECT version - lag(version, 1, 0) OVER (PARTITION BY aggregate_id ORDER BY at) AS step FROM effect) s WHERE step <> 1',
  );
  expect(inOrder).toEqual([]);
}

test.each([
  ['relay.afterRead=kill', { waitForLease: true }],
  ['relay.midBatch=kill@5', {}],
  ['relay.afterPublishBeforeDelete=kill', {}],
  ['consumer.beforeCommit=kill', {}],
  ['consumer.afterCommitBeforeAck=kill@2', {}],
])('%s', async (faults, options) => {
  await commitAll();
  await killedAt(faults, options);
  start();
  await expectEverythingOnce();
});

test('rebuild.mid=kill@2', async () => {
  await commitAll();
  start();
  await settled();
  running!.child.kill('SIGKILL');
  await running!.ended;
  await stream.delete();
  await toy.asAdmin(`UPDATE relay_leader SET until = '-infinity'`);
  await killedAt('rebuild.mid=kill@2');
  start();
  await waitFor(
    async () =>
      (
        await toy.database.query(
          `SELECT 1 FROM stream_state WHERE epoch >= 3 AND expected IS NULL AND created IS NOT NULL`,
        )
      ).length === 1,
    {
      what: 'the rebuild',
      timeoutMs: 60_000,
    },
  );
  await expectEverythingOnce();
});

test('killed over and over at random moments', async () => {
  await commitAll();
  for (let life = 1; life <= 4; life++) {
    await killedAt(`relay.midBatch=kill@${life * 3},consumer.beforeCommit=kill@${life},rebuild.mid=kill`);
    if (life === 2) await stream.delete();
  }
  start();
  await expectEverythingOnce();
});

test('deadLetter.afterInsertBeforeAck=kill', async () => {
  await stream.create();
  const id = newId();
  const { created } = (await stream.info())!;
  await toy.database.query(
    'INSERT INTO stream_state (stream, epoch, created, high_water) VALUES ($1, 1, $2, 0)',
    [stream.name, created],
  );
  await stream.publish('events.tickets.repair-requested.v1', new TextEncoder().encode('rubbish'), `1:${id}`);
  await killedAt('deadLetter.afterInsertBeforeAck=kill');
  start();
  const [durable] = await waitFor(
    async () => {
      const manager = await stream.manager();
      const info = await manager.consumers.info(stream.name, reaction.durable);
      return info.num_pending === 0 && info.num_ack_pending === 0 && info.delivered.consumer_seq >= 2
        ? [info]
        : undefined;
    },
    { what: 'the repeat to be settled' },
  );
  expect(durable!.num_redelivered).toBe(0);
  expect(await toy.database.query('SELECT event_id, class FROM dead_letter')).toEqual([
    { event_id: id, class: 'contract' },
  ]);
});

test('an event that kills its process is a dead letter after 8 attempts, and its neighbours are not', async () => {
  const poison = newId();
  await commitEvents(toy, aggregates[0]!, 3);
  await toy.database.transaction((tx) =>
    change(tx, toy.ledger, poison, { data: { ...toyEvent(poison, 1).data, description: 'kills' } }),
  );
  await commitEvents(toy, aggregates[1]!, 3);
  const isolated = waitFor(async () => (await toy.database.query('SELECT 1 FROM dead_letter')).length === 1, {
    what: 'the dead letter',
    timeoutMs: 150_000,
  }).then(() => 'isolated');
  let deaths = 0;
  while ((await Promise.race([start().ended, isolated])) === 'SIGKILL') {
    deaths += 1;
    await toy.asAdmin(`UPDATE relay_leader SET until = '-infinity'`);
  }
  expect(deaths).toBe(8);
  await settled();
  expect(await toy.database.query('SELECT aggregate_id, attempts FROM dead_letter')).toEqual([
    { aggregate_id: poison, attempts: 8 },
  ]);
  expect(await toy.database.query('SELECT count(*)::int AS n FROM effect')).toEqual([{ n: 6 }]);
});
