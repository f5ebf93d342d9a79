import { newId } from '@property-office/kernel';
import type { Delivery, ReactionSettler, ReactionSpec } from '@property-office/messaging';
import { testNats, type TestNats } from '@property-office/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventStream } from './event-stream';
import { armFaultPoints } from './fault-points';
import {
  AckBeforeCommit,
  CursorPoller,
  rebuildWithoutNewEpoch,
  WithoutInbox,
} from './fixtures/broken-variants';
import { brokenInStream, brokenOnDatabase } from './fixtures/invariants';
import { connectTo, NatsStream } from './fixtures/nats-stream';
import { deliveryOf, leavingEffects, settlingOn } from './fixtures/settling';
import { change, commitEvents, openToy, toyEvent, toyReaction, type Toy } from './fixtures/toy-schema';
import { ledgerColumns, toWireEvent, type LedgerRow } from './ledger-entry';
import { Relay } from './relay';

/** events.md: a checker must be able to fail. The same story is told to what we run, and to what a hurried person might write. */

let toy: Toy;
let nats: TestNats;
let connection: NatsConnection;
let stream: NatsStream;
let reaction: ReactionSpec;
beforeAll(async () => {
  nats = await testNats();
});
beforeEach(async () => {
  await nats.wipe();
  toy = await openToy();
  connection = await connectTo(nats.url);
  stream = new NatsStream(connection);
  reaction = toyReaction();
});
afterEach(async () => {
  await connection.close();
  await toy.close();
});

/** Committed and published; what the broker would hand out. */
async function published(count: number): Promise<Delivery[]> {
  await commitEvents(toy, newId(), count);
  const rows = await toy.database.query<LedgerRow & Record<string, unknown>>(
    `SELECT ${ledgerColumns} FROM ledger ORDER BY seq`,
  );
  await toy.database.query('DELETE FROM outbox_pending');
  return rows.map((row) => deliveryOf(toWireEvent(row)));
}

/** Hands out as the broker does: until acknowledged; a settler that throws has died, and is started again. */
async function handOut(settler: ReactionSettler, deliveries: Delivery[]): Promise<void> {
  const invoke = leavingEffects(reaction);
  for (let rest = deliveries; rest.length > 0;) {
    const outcomes = await settler.settle(reaction, rest, invoke).catch(() => []);
    rest = rest
      .filter((_, index) => outcomes[index]?.kind !== 'ack')
      .map((delivery) => ({ ...delivery, deliveryCount: delivery.deliveryCount + 1 }));
  }
}
const broken = () => brokenOnDatabase(toy.database, reaction.durable);

describe('a process that dies before its COMMIT', () => {
  test('loses nothing', async () => {
    const deliveries = await published(3);
    armFaultPoints('consumer.beforeCommit=throw');
    await handOut(settlingOn(toy.database).settler, deliveries);
    expect(await broken()).toEqual([]);
  });

  test('is seen to lose events where it acknowledges first', async () => {
    const deliveries = await published(3);
    armFaultPoints('consumer.beforeCommit=throw');
    const settler = new AckBeforeCommit(toy.database);
    await handOut(settler, deliveries);
    await settler.afterwards;
    expect(await broken()).toEqual(['I6 never reached a reaction']);
  });
});

describe('a process that dies behind its COMMIT', () => {
  test('does nothing twice', async () => {
    const deliveries = await published(3);
    armFaultPoints('consumer.afterCommitBeforeAck=throw');
    await handOut(settlingOn(toy.database).settler, deliveries);
    expect(await broken()).toEqual([]);
  });

  test('is seen to do it twice where there is no inbox', async () => {
    const deliveries = await published(3);
    armFaultPoints('consumer.afterCommitBeforeAck=throw');
    await handOut(new WithoutInbox(toy.database), deliveries);
    expect(await broken()).toEqual(
      expect.arrayContaining(['I5 took effect twice', 'I6 never reached a reaction']),
    );
  });
});

describe('two transactions of which the first to begin is the last to commit', () => {
  /** The events of the second are looked for before the first commits, and again after. */
  async function overlap(look: () => Promise<unknown>): Promise<void> {
    const { promise: go, resolve: release } = Promise.withResolvers<void>();
    const { promise: numbered, resolve: written } = Promise.withResolvers<void>();
    const slow = toy.database.transaction(async (tx) => {
      await change(tx, toy.ledger, newId());
      await tx.query('SELECT 1');
      written();
      await go;
    });
    await numbered;
    await commitEvents(toy, newId());
    await look();
    release();
    await slow;
    await look();
  }

  test('are both published', async () => {
    const relay = new Relay(toy.database, stream, { info: () => undefined, warn: () => undefined });
    relay.start();
    await overlap(async () => {
      relay.wake();
      while ((await toy.database.query('SELECT 1 FROM outbox_pending')).length > 0)
        await new Promise(setImmediate);
    });
    expect(await brokenInStream(toy.database, await stream.events())).toEqual([]);
    await relay.stop();
  });

  test('are seen to lose one to a poller with a cursor', async () => {
    await stream.create();
    const poller = new CursorPoller(toy.database, stream);
    await overlap(() => poller.poll());
    expect(await brokenInStream(toy.database, await stream.events())).toEqual([
      'committed, not in the stream',
    ]);
  });
});

describe('a stream that is emptied and filled again', () => {
  async function filled(over: EventStream = stream): Promise<void> {
    const relay = new Relay(toy.database, over, { info: () => undefined, warn: () => undefined });
    await commitEvents(toy, newId(), 5);
    relay.start();
    while ((await toy.database.query('SELECT 1 FROM outbox_pending')).length > 0)
      await new Promise(setImmediate);
    await relay.stop();
  }
  const purge = async () => (await stream.manager()).streams.purge(stream.name);

  test('holds everything under a new epoch', async () => {
    await filled();
    await purge();
    await toy.asAdmin('UPDATE stream_state SET created = NULL');
    await filled();
    expect(await brokenInStream(toy.database, await stream.events())).toEqual([]);
  });

  test('is seen to hold nothing under the old one', async () => {
    await filled();
    await rebuildWithoutNewEpoch(toy.database, stream, purge);
    expect(await brokenInStream(toy.database, await stream.events())).toEqual([
      'committed, not in the stream',
    ]);
  });
});

describe('two writers that count the same version', () => {
  const twice = async (id: string) => {
    for (let i = 0; i < 2; i++) {
      await toy.database
        .transaction(async (tx) => toy.ledger.append(tx, toyEvent(id, 1)))
        .catch(() => undefined);
    }
    await toy.database.query('DELETE FROM outbox_pending');
  };

  test('leave one event', async () => {
    await twice(newId());
    expect(await broken()).toEqual(['I6 never reached a reaction']); // nobody was asked to react
  });

  test('are seen to leave two where the constraint was dropped', async () => {
    await toy.asAdmin('ALTER TABLE ledger DROP CONSTRAINT ledger_aggregate_version');
    await twice(newId());
    expect(await broken()).toEqual(['I4 a version is missing or doubled', 'I6 never reached a reaction']);
  });
});
