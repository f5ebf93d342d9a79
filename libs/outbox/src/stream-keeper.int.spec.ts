import { newId } from '@property-office/kernel';
import { startPrivateServers, testNats, waitFor, type TestNats } from '@property-office/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { armFaultPoints } from './fault-points';
import { brokenInStream } from './fixtures/invariants';
import { connectTo, NatsStream } from './fixtures/nats-stream';
import { commitEvents, openToy, type Toy } from './fixtures/toy-schema';
import { Relay } from './relay';
import { RelayLeader } from './relay-leader';
import { StreamKeeper } from './stream-keeper';
import { requestRebuild } from './stream-state';

jest.setTimeout(120_000);

let toy: Toy;
let nats: TestNats;
let connection: NatsConnection;
let stream: NatsStream;
let relay: Relay;
let logged: string[];
const log = { info: (line: string) => logged.push(line), warn: (line: string) => logged.push(line) };

beforeAll(async () => {
  nats = await testNats();
});
beforeEach(async () => {
  await nats.wipe();
  toy = await openToy();
  connection = await connectTo(nats.url);
  stream = new NatsStream(connection);
  logged = [];
  relay = new Relay(toy.database, stream, log);
  toy.onCommitted(() => relay.wake());
});
afterEach(async () => {
  await relay.stop();
  await connection.close();
  await toy.close();
});

const state = async () =>
  (
    await toy.database.query<{
      epoch: number;
      created: string | null;
      expected: string | null;
      high_water: string;
    }>('SELECT * FROM stream_state')
  )[0];
const drained = () =>
  waitFor(
    async () =>
      (await state())?.created !== null &&
      (await toy.database.query('SELECT 1 FROM outbox_pending')).length === 0 &&
      (await state())?.expected === null,
    {
      what: 'everything to be published and verified',
    },
  );
const expectWhole = async () => expect(await brokenInStream(toy.database, await stream.events())).toEqual([]);
const epochIs = (epoch: number) =>
  waitFor(async () => (await state())?.epoch === epoch, { what: `epoch ${epoch}` });

/** Ten events of two aggregates in the stream. */
async function filled(): Promise<void> {
  relay.start();
  for (const id of [newId(), newId()]) await commitEvents(toy, id, 5);
  await drained();
}

test('a first stream is created, an empty one adopted', async () => {
  await stream.create();
  const { created } = (await stream.info())!;
  await filled();
  expect(await state()).toMatchObject({ epoch: 1, created, high_water: '10' });
});

test('a stream this database never filled is not adopted', async () => {
  await stream.create();
  await stream.publish(
    'events.tickets.repair-requested.v1',
    new TextEncoder().encode('{"id":"of another life"}'),
    'x',
  );
  await filled();
  await expectWhole();
});

describe('a lost stream is filled again from the ledger, under a new epoch', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['missing', () => stream.delete()],
    ['created anew', async () => (await stream.delete(), stream.create())],
    ['shorter than it was', () => toy.asAdmin('UPDATE stream_state SET high_water = 1000')],
    ['by hand', () => requestRebuild(toy.database)],
  ])('%s', async (_, lose) => {
    await filled();
    await lose();
    relay.recheck();
    await epochIs(2);
    await drained();
    expect(await stream.events()).toHaveLength(10);
    await expectWhole();
    await commitEvents(toy, newId(), 2);
    await drained();
    await expectWhole();
    expect(logged.filter((line) => line.includes('rebuilt as epoch 2 with 10 messages'))).toHaveLength(1);
  });

  test('noticed by an acknowledgement alone: nothing of that batch is taken for published', async () => {
    await filled();
    await stream.delete();
    await stream.create();
    await commitEvents(toy, newId(), 1); // seq 1, where 10 were known
    await epochIs(2);
    await drained();
    expect(await stream.events()).toHaveLength(11);
    await expectWhole();
  });

  test('noticed even in the batch that filled it first', async () => {
    let replaced = false;
    const publish = stream.publish.bind(stream);
    jest.spyOn(stream, 'publish').mockImplementation(async (...args) => {
      const ack = await publish(...args);
      if (ack.seq === 4 && !replaced) {
        replaced = true;
        await stream.delete();
        await stream.create();
      }
      return ack;
    });
    await commitEvents(toy, newId(), 12);
    relay.start();
    await epochIs(2);
    await drained();
    expect(await stream.events()).toHaveLength(12);
    await expectWhole();
  });

  test.each([1, 2, 3])('interrupted at its step %i it is begun again', async (step) => {
    await filled();
    await stream.delete();
    armFaultPoints(`rebuild.mid=throw@${step}`);
    relay.recheck();
    await waitFor(() => logged.some((line) => line.includes('fault point rebuild.mid')), {
      what: 'the interruption',
    });
    expect((await state())?.created).toBeNull();
    await epochIs(3);
    await drained();
    expect(await stream.events()).toHaveLength(10);
    await expectWhole();
  });

  test('only with the last 30 days, and with whatever was never published', async () => {
    await filled();
    const [old] = await toy.asAdmin<{ aggregate_id: string }>(
      `UPDATE ledger SET recorded_at = now() - interval '31 days' WHERE aggregate_id = (SELECT aggregate_id FROM ledger LIMIT 1) RETURNING aggregate_id`,
    );
    await relay.stop();
    await commitEvents(toy, old!.aggregate_id, 1);
    await toy.asAdmin(`UPDATE ledger SET recorded_at = now() - interval '31 days' WHERE aggregate_id = $1`, [
      old!.aggregate_id,
    ]);
    await stream.delete();
    relay = new Relay(toy.database, stream, log);
    relay.start();
    await epochIs(2);
    await drained();
    const kept = (await stream.events()).filter(({ subject }) => subject === old!.aggregate_id);
    expect(kept.map(({ aggregateversion }) => aggregateversion)).toEqual([6]);
  });

  test('that ended short of what was to be published is rebuilt again', async () => {
    await filled();
    await stream.delete();
    const publish = stream.publish.bind(stream);
    // A broker that acknowledges one message and does not keep it.
    const lying = jest.spyOn(stream, 'publish').mockImplementation(async (subject, bytes, msgId) => {
      if (!msgId.startsWith('2:')) return publish(subject, bytes, msgId);
      lying.mockImplementation(publish);
      return { seq: 99, duplicate: true };
    });
    relay.recheck();
    await epochIs(3);
    await drained();
    expect(logged.some((line) => line.includes('9 of 10 messages arrived'))).toBe(true);
    await expectWhole();
  });
});

test('who does not lead rebuilds nothing', async () => {
  await filled();
  await relay.stop();
  const sleeper = new RelayLeader(toy.database);
  expect(await sleeper.hold()).toBe(true);
  const keeper = new StreamKeeper(toy.database, stream, sleeper, log);
  await keeper.ensure();
  await toy.asAdmin(`UPDATE relay_leader SET until = '-infinity'`);
  await new RelayLeader(toy.database).hold();
  await expect(keeper.rebuild('it slept')).rejects.toThrow('another relay leads now');
  expect(await stream.events()).toHaveLength(10);
});

test('a broker that is away is waited for without limit, and work is accepted meanwhile', async () => {
  const own = await startPrivateServers();
  const ownConnection = await connectTo(own.nats.url);
  const ownStream = new NatsStream(ownConnection);
  const patient = new Relay(toy.database, ownStream, log);
  toy.onCommitted(() => patient.wake());
  try {
    patient.start();
    const id = newId();
    await commitEvents(toy, id, 5);
    await drained();
    await own.nats.kill();
    await commitEvents(toy, id, 300);
    expect((await toy.database.query('SELECT 1 FROM outbox_pending')).length).toBeGreaterThan(250);
    await own.nats.start();
    await drained();
    expect(await brokenInStream(toy.database, await ownStream.events())).toEqual([]);
    // And one whose disk was lost with it.
    await own.nats.kill();
    await own.nats.wipeStore();
    await commitEvents(toy, id, 5);
    await own.nats.start();
    await epochIs(2);
    await drained();
    expect(await brokenInStream(toy.database, await ownStream.events())).toEqual([]);
  } finally {
    await patient.stop();
    await ownConnection.close();
    await own.remove();
  }
});
