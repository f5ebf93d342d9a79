import { derivedId, newId } from '@property-office/kernel';
import { testNats, waitFor, type TestNats } from '@property-office/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { armFaultPoints } from './fault-points';
import { brokenInStream } from './fixtures/invariants';
import { connectTo, NatsStream } from './fixtures/nats-stream';
import { change, commitEvents, crewEvent, openToy, type Toy } from './fixtures/toy-schema';
import { Relay } from './relay';

jest.setTimeout(120_000);

let toy: Toy;
let nats: TestNats;
let connection: NatsConnection;
let stream: NatsStream;
let logged: string[];
const relays: Relay[] = [];
/** Lets go of whatever a test holds back. */
const gates: Array<() => void> = [];

beforeAll(async () => {
  nats = await testNats();
});
beforeEach(async () => {
  await nats.wipe();
  toy = await openToy();
  connection = await connectTo(nats.url);
  stream = new NatsStream(connection);
  logged = [];
});
afterEach(async () => {
  for (const open of gates.splice(0)) open();
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await connection.close();
  await toy.close();
});

function relayOver(over: NatsStream = stream): Relay {
  const relay = new Relay(toy.database, over, {
    info: (line) => logged.push(line),
    warn: (line) => logged.push(line),
  });
  relays.push(relay);
  return relay;
}
const pending = async () =>
  Number((await toy.database.query<{ n: string }>('SELECT count(*) AS n FROM outbox_pending'))[0]!.n);
const drained = () =>
  waitFor(async () => (await pending()) === 0, { what: 'everything to be published', timeoutMs: 60_000 });
const expectWhole = async () => expect(await brokenInStream(toy.database, await stream.events())).toEqual([]);
/** Another process took the place: this one's lease ran out without its knowing. */
const expireLease = () => toy.asAdmin(`UPDATE relay_leader SET until = '-infinity'`);

/** The stream, with what a test does to each publication. */
class Watched extends NatsStream {
  constructor(
    from: NatsConnection,
    private readonly around: (
      publish: () => Promise<{ seq: number; duplicate: boolean }>,
      bytes: Uint8Array,
    ) => Promise<{ seq: number; duplicate: boolean }>,
  ) {
    super(from);
  }
  override publish(
    subject: string,
    bytes: Uint8Array,
    msgId: string,
  ): Promise<{ seq: number; duplicate: boolean }> {
    return this.around(() => super.publish(subject, bytes, msgId), bytes);
  }
}
const subjectOf = (bytes: Uint8Array) =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { subject: string }).subject;

test('8 writers, 200 transactions each, rollbacks among them: exactly the committed events, per aggregate in order', async () => {
  const relay = relayOver();
  toy.onCommitted(() => relay.wake());
  relay.start();
  const aggregates = Array.from({ length: 12 }, () => newId());
  let committed = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let i = 0; i < 200; i++) {
        const id = aggregates[(writer * 7 + i * 5) % aggregates.length]!;
        const more = i % 3 === 0 ? { id: derivedId(id, String(writer), String(i)) } : {};
        await toy.database
          .transaction(async (tx) => {
            await change(tx, toy.ledger, id, more);
            if (i % 11 === 0) await change(tx, toy.ledger, id); // two events of one aggregate in one transaction
            if (i % 7 === 0) await tx.query('SELECT pg_sleep(0.002)');
            if ((writer + i) % 4 === 0) throw new Error('rolled back');
            committed += i % 11 === 0 ? 2 : 1;
          })
          .catch((error: Error) => expect(error.message).toBe('rolled back'));
      }
    }),
  );
  await drained();
  const events = await stream.events();
  expect(events).toHaveLength(committed);
  expect(await brokenInStream(toy.database, events)).toEqual([]);
  expect(relay.counters).toMatchObject({ published: committed, duplicates: 0, errors: 0, leading: true });
});

test('at most 32 are in flight, and one of each aggregate, though ids say nothing of the order', async () => {
  const running = new Map<string, number>();
  let most = 0;
  let mostOfOne = 0;
  const relay = relayOver(
    new Watched(connection, async (publish, bytes) => {
      const id = subjectOf(bytes);
      running.set(id, (running.get(id) ?? 0) + 1);
      most = Math.max(
        most,
        [...running.values()].reduce((sum, n) => sum + n, 0),
      );
      mostOfOne = Math.max(mostOfOne, running.get(id)!);
      const ack = await publish();
      running.set(id, running.get(id)! - 1);
      return ack;
    }),
  );
  // More than one batch, all ids at random.
  await toy.database.transaction(async (tx) => {
    for (let i = 0; i < 60; i++) {
      const aggregate = derivedId('aggregate', String(i));
      for (let version = 1; version <= 6; version++)
        await change(tx, toy.ledger, aggregate, { id: derivedId(aggregate, String(version)) });
    }
  });
  relay.start();
  await drained();
  await expectWhole();
  expect(most).toBe(32);
  expect(mostOfOne).toBe(1);
});

test('a crash between publishing and deleting repeats as duplicates', async () => {
  await commitEvents(toy, newId(), 20);
  armFaultPoints('relay.afterPublishBeforeDelete=throw');
  const relay = relayOver();
  relay.start();
  await drained();
  expect(relay.counters).toMatchObject({ published: 20, duplicates: 20 });
  expect(await stream.events()).toHaveLength(20);
});

test('a leader that was replaced without noticing deletes nothing', async () => {
  await commitEvents(toy, newId(), 3);
  /** A relay whose broker acknowledges nothing until told to. */
  const gated = () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    gates.push(open);
    let published = 0;
    const relay = relayOver(
      new Watched(connection, async (publish) => {
        const ack = await publish();
        published += 1;
        await opened;
        return ack;
      }),
    );
    relay.start();
    return { relay, open, waits: () => waitFor(() => published > 0, { what: 'a publication' }) };
  };
  const stale = gated();
  await stale.waits();
  await expireLease();
  const next = gated();
  await next.waits();
  stale.open();
  await waitFor(() => !stale.relay.counters.leading, { what: 'the stale one to notice' });
  expect(await pending()).toBe(3);
  next.open();
  await drained();
  expect(next.relay.counters.leading).toBe(true);
  await expectWhole();
});

test('a stop frees the place; another process leads at once, one waits for it without asking all the time', async () => {
  const first = relayOver();
  const second = relayOver();
  first.start();
  await waitFor(() => first.counters.leading, { what: 'a leader' });
  second.start();
  const queries = jest.spyOn(toy.database, 'query');
  for (let i = 0; i < 50; i++) {
    second.wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(queries.mock.calls.filter(([sql]) => String(sql).includes('relay_leader')).length).toBeLessThan(5);
  queries.mockRestore();
  expect(second.counters.leading).toBe(false);
  await first.stop();
  const freed = Date.now();
  second.wake();
  await waitFor(() => second.counters.leading, { what: 'the next leader' });
  expect(Date.now() - freed).toBeLessThan(2_500);
  expect(first.counters.leading).toBe(false);
});

test('a process that has lost the broker lets another lead', async () => {
  let reachable = true;
  class Unsteady extends NatsStream {
    override connected(): boolean {
      return reachable;
    }
  }
  const first = relayOver(new Unsteady(connection));
  first.start();
  await waitFor(() => first.counters.leading, { what: 'a leader' });
  const second = relayOver();
  second.start();
  reachable = false;
  first.wake();
  await waitFor(() => second.counters.leading, { what: 'the other', timeoutMs: 2_500 });
  expect(first.counters.leading).toBe(false);
  await commitEvents(toy, newId());
  await drained();
});

test('a second stream of the service has a relay of its own, under the same leader', async () => {
  const crews = new NatsStream(connection, 'CREWS', ['crews.>']);
  const events = relayOver();
  const log = { info: (line: string) => logged.push(line), warn: (line: string) => logged.push(line) };
  const feeds = new Relay(toy.database, crews, log, { route: 'crews', leader: events.leader });
  relays.push(feeds);
  const [id, crewId] = [newId(), newId()];
  const feed = (version: number) =>
    toy.database.transaction(async (tx) => {
      await change(tx, toy.ledger, id);
      toy.ledger.append(tx, crewEvent(crewId, version));
    });
  await feed(1);
  for (const relay of [events, feeds]) relay.start();
  await feed(2);
  await drained();
  const held = async () =>
    [await stream.events(), await crews.events()].map((found) =>
      found.map((event) => [event.subject, event.aggregateversion]),
    );
  const whole = [
    [
      [id, 1],
      [id, 2],
    ],
    [
      [crewId, 1],
      [crewId, 2],
    ],
  ];
  expect(await held()).toEqual(whole);
  await crews.delete();
  feeds.recheck();
  await waitFor(async () => (await crews.info())?.lastSeq === 2, { what: 'the feeds to be rebuilt' });
  await drained();
  expect(await held()).toEqual(whole);
  expect(await toy.database.query('SELECT stream, epoch FROM stream_state ORDER BY stream')).toEqual([
    { stream: 'CREWS', epoch: 2 },
    { stream: 'EVENTS_TICKETS', epoch: 1 },
  ]);
  expect((await crews.message(1))?.subject).toBe(`crews.${crewId}.work-order-released.v1`);
});

test('what cannot be published holds back its aggregate alone', async () => {
  const [ill, well] = [newId(), newId()];
  await commitEvents(toy, ill, 3);
  let refuse = true;
  const relay = relayOver(
    new Watched(connection, async (publish, bytes) => {
      if (refuse && subjectOf(bytes) === ill) throw new Error('too large');
      return publish();
    }),
  );
  toy.onCommitted(() => relay.wake());
  relay.start();
  await commitEvents(toy, well, 40);
  await waitFor(async () => (await pending()) === 3, { what: 'the others' });
  expect(logged.filter((line) => line.includes('too large'))).toHaveLength(1);
  refuse = false;
  await drained();
  await expectWhole();
});

test('a broker that is slower than the lease still gets everything, once', async () => {
  await commitEvents(toy, newId(), 3);
  const relay = relayOver(
    new Watched(connection, async (publish) => {
      await expireLease();
      await toy.asAdmin('SELECT pg_sleep(1.1)');
      return publish();
    }),
  );
  relay.start();
  await drained();
  expect(relay.counters).toMatchObject({ published: 3, duplicates: 0 });
});

test('its own commits wake an idle relay', async () => {
  const relay = relayOver();
  toy.onCommitted(() => relay.wake());
  relay.start();
  await commitEvents(toy, newId());
  await drained();
  const took: number[] = [];
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 300)); // idle: that is what is measured
    const begun = performance.now();
    await commitEvents(toy, newId());
    await waitFor(async () => (await stream.info())?.lastSeq === i + 2, { what: 'the event', intervalMs: 2 });
    took.push(performance.now() - begun);
  }
  expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(100);
});

test('commits of other processes are found by polling', async () => {
  const relay = relayOver();
  relay.start();
  await waitFor(() => relay.counters.leading, { what: 'a leader' });
  await commitEvents(toy, newId());
  await waitFor(async () => (await pending()) === 0, { what: 'the poll', timeoutMs: 2_500 });
});
