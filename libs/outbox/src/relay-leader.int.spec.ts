import type { NatsConnection } from '@nats-io/transport-node';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { NatsStream } from './fixtures/nats-stream';
import { Relays, Watched } from './fixtures/relays';
import { commitEvents, type Toy } from './fixtures/toy-schema';
import { RelayLeader } from './relay-leader';

jest.setTimeout(120_000);

let relays: Relays;
let toy: Toy;
let connection: NatsConnection;
/** Lets go of whatever a test holds back. */
const gates: Array<() => void> = [];

beforeEach(async () => {
  relays = await Relays.open();
  ({ toy, connection } = relays);
});
afterEach(async () => {
  for (const open of gates.splice(0)) open();
  await relays.close();
});

test('a leader that was replaced without noticing deletes nothing', async () => {
  await commitEvents(toy, newId(), 3);
  /** A relay whose broker acknowledges nothing until told to. */
  const gated = () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    gates.push(open);
    let published = 0;
    const relay = relays.over(
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
  await relays.expireLease();
  const next = gated();
  await next.waits();
  stale.open();
  await waitFor(() => !stale.relay.counters.leading, { what: 'the stale one to notice' });
  expect(await relays.pending()).toBe(3);
  next.open();
  await relays.drained();
  expect(next.relay.counters.leading).toBe(true);
  expect(await relays.broken()).toEqual([]);
});

test('a stop frees the place; another process leads at once, one waits for it without asking all the time', async () => {
  const first = relays.over();
  const second = relays.over();
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

test('when a leader dies without a word another leads as soon as its lease is over, and not before', async () => {
  const dead = new RelayLeader(toy.database);
  await dead.hold();
  const next = relays.over();
  next.start();
  await commitEvents(toy, newId());
  const lease = `SELECT extract(epoch FROM until - clock_timestamp())::float8 AS left FROM relay_leader WHERE holder = $1`;
  const [held] = await toy.database.query<{ left: number }>(lease, [dead.holder]);
  const until = performance.now() + held!.left * 1_000;
  await waitFor(() => next.counters.leading, { what: 'the next leader' });
  const late = performance.now() - until;
  expect([late > 0, late < 4_000]).toEqual([true, true]);
  await relays.drained();
});

test('a process that has lost the broker lets another lead', async () => {
  let reachable = true;
  class Unsteady extends NatsStream {
    override connected(): boolean {
      return reachable;
    }
  }
  const first = relays.over(new Unsteady(connection));
  first.start();
  await waitFor(() => first.counters.leading, { what: 'a leader' });
  const second = relays.over();
  second.start();
  reachable = false;
  first.wake();
  await waitFor(() => second.counters.leading, { what: 'the other', timeoutMs: 2_500 });
  expect(first.counters.leading).toBe(false);
  await commitEvents(toy, newId());
  await relays.drained();
});

test('a broker that is slower than the lease still gets everything, once', async () => {
  await commitEvents(toy, newId(), 3);
  const relay = relays.over(
    new Watched(connection, async (publish) => {
      await relays.expireLease();
      await toy.asAdmin('SELECT pg_sleep(1.1)');
      return publish();
    }),
  );
  relay.start();
  await relays.drained();
  expect(relay.counters).toMatchObject({ published: 3, duplicates: 0 });
});
