import type { NatsConnection } from '@nats-io/transport-node';
import { derivedId, newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { armFaultPoints } from './fault-points';
import { NatsStream } from './fixtures/nats-stream';
import { Relays, Watched } from './fixtures/relays';
import { change, commitEvents, crewEvent, type Toy } from './fixtures/toy-schema';

jest.setTimeout(120_000);

let relays: Relays;
let toy: Toy;
let connection: NatsConnection;
let stream: NatsStream;

beforeEach(async () => {
  relays = await Relays.open();
  ({ toy, connection, stream } = relays);
});
afterEach(() => relays.close());

const subjectOf = (bytes: Uint8Array) =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { subject: string }).subject;

test('8 writers, 200 transactions each, rollbacks among them: exactly the committed events, per aggregate in order', async () => {
  const relay = relays.over();
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
  await relays.drained();
  expect(await stream.events()).toHaveLength(committed);
  expect(await relays.broken()).toEqual([]);
  expect(relay.counters).toMatchObject({ published: committed, duplicates: 0, errors: 0, leading: true });
});

test('at most 32 are in flight, and one of each aggregate, though ids say nothing of the order', async () => {
  const running = new Map<string, number>();
  let most = 0;
  let mostOfOne = 0;
  const relay = relays.over(
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
  await relays.drained();
  expect(await relays.broken()).toEqual([]);
  expect(most).toBe(32);
  expect(mostOfOne).toBe(1);
});

test('a crash between publishing and deleting repeats as duplicates', async () => {
  await commitEvents(toy, newId(), 20);
  armFaultPoints('relay.afterPublishBeforeDelete=throw');
  const relay = relays.over();
  relay.start();
  await relays.drained();
  expect(relay.counters).toMatchObject({ published: 20, duplicates: 20 });
  expect(await stream.events()).toHaveLength(20);
});

test('a second stream of the service has a relay of its own, under the same leader', async () => {
  const crews = new NatsStream(connection, 'CREWS', ['crews.>']);
  const events = relays.over();
  const feeds = relays.over(crews, { route: 'crews', leader: events.leader });
  const [id, crewId] = [newId(), newId()];
  const feed = (version: number) =>
    toy.database.transaction(async (tx) => {
      await change(tx, toy.ledger, id);
      toy.ledger.append(tx, crewEvent(crewId, version));
    });
  await feed(1);
  for (const relay of [events, feeds]) relay.start();
  await feed(2);
  await relays.drained();
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
  await relays.drained();
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
  const relay = relays.over(
    new Watched(connection, async (publish, bytes) => {
      if (refuse && subjectOf(bytes) === ill) throw new Error('too large');
      return publish();
    }),
  );
  toy.onCommitted(() => relay.wake());
  relay.start();
  await commitEvents(toy, well, 40);
  await waitFor(async () => (await relays.pending()) === 3, { what: 'the others' });
  expect(relays.logged.filter((line) => line.includes('too large'))).toHaveLength(1);
  refuse = false;
  await relays.drained();
  expect(await relays.broken()).toEqual([]);
});

test('its own commits wake an idle relay', async () => {
  const relay = relays.over();
  toy.onCommitted(() => relay.wake());
  relay.start();
  await commitEvents(toy, newId());
  await relays.drained();
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
  const relay = relays.over();
  relay.start();
  await waitFor(() => relay.counters.leading, { what: 'a leader' });
  await commitEvents(toy, newId());
  await waitFor(async () => (await relays.pending()) === 0, { what: 'the poll', timeoutMs: 2_500 });
});
