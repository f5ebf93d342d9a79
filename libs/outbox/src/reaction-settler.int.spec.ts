import { ContractError } from '@property-office/contracts';
import { defineErrors, newId } from '@property-office/kernel';
import type { InvokeReaction, Outcome } from '@property-office/messaging';
import { Database, type Transaction } from '@property-office/persistence';
import { waitFor } from '@property-office/testing';
import { deliveryOf, effectsOf, leavingEffects, settlingOn, wire } from './fixtures/settling';
import { openToy, toyReaction, toySchema, type Toy } from './fixtures/toy-schema';
import { receiveOnce } from './inbox';

let toy: Toy;
let database: Database;
beforeAll(async () => {
  toy = await openToy();
  database = toy.database;
});
afterAll(() => toy.close());

let named = 0;
const fresh = (order: 'any' | 'latest' | 'strict' = 'any') => toyReaction(order, `settle${++named}`);
const kinds = (outcomes: Outcome[]) => outcomes.map(({ kind }) => kind);
const lettersOf = (consumer: string) =>
  database.query<{ event_id: string; class: string; attempts: number; error: string }>(
    'SELECT event_id, class, attempts, error FROM dead_letter WHERE consumer = $1',
    [consumer],
  );
const attemptsOf = async (consumer: string) =>
  (await database.query<{ n: number }>('SELECT n FROM attempt WHERE consumer = $1', [consumer])).map(
    ({ n }) => n,
  );
const ended = () =>
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });

describe('once', () => {
  test('a repeat, in the same batch, in the next, or redelivered, has no effect', async () => {
    const { settler } = settlingOn(database);
    const reaction = fresh();
    const [one, two] = [wire(newId(), 1), wire(newId(), 1)];
    const invoke = leavingEffects(reaction);
    expect(
      kinds(
        await settler.settle(
          reaction,
          [one, two, one].map((event) => deliveryOf(event)),
          invoke,
        ),
      ),
    ).toEqual(['ack', 'ack', 'ack']);
    expect(kinds(await settler.settle(reaction, [deliveryOf(one)], invoke))).toEqual(['ack']);
    expect(kinds(await settler.settle(reaction, [deliveryOf(two, 3)], invoke))).toEqual(['ack']);
    expect(await effectsOf(database, reaction)).toEqual([1, 1]);
    expect(await attemptsOf(reaction.durable)).toEqual([]);
  });

  test('two processes with the same events, in whatever order, apply each once', async () => {
    const [a, b] = [settlingOn(database).settler, settlingOn(database).settler];
    const reaction = fresh();
    const invoke = leavingEffects(reaction);
    const deliveries = Array.from({ length: 3 }, () => wire(newId(), 1)).map((event) => deliveryOf(event));
    // A third has the one in the middle and will not keep it: both wait there, and neither for the other for ever.
    const { promise: both, resolve: release } = Promise.withResolvers<void>();
    const middle = (JSON.parse(new TextDecoder().decode(deliveries[1]!.bytes)) as { id: string }).id;
    const third = database.transaction(async (tx) => {
      await receiveOnce(tx, reaction.durable, [middle]);
      await both;
      throw new Error('rolled back');
    });
    const settling = [
      a.settle(reaction, deliveries, invoke),
      b.settle(reaction, deliveries.toReversed(), invoke),
    ];
    await waitFor(
      async () =>
        (
          await toy.asAdmin(
            `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
          )
        ).length === 2,
      { what: 'both to wait' },
    );
    release();
    await expect(third).rejects.toThrow('rolled back');
    expect(new Set(kinds((await Promise.all(settling)).flat()))).toEqual(new Set(['ack']));
    expect(await effectsOf(database, reaction)).toHaveLength(3);
  });

  test('two reactions to one event each apply it', async () => {
    const { settler } = settlingOn(database);
    const event = wire(newId(), 1);
    for (const reaction of [fresh(), fresh()]) {
      await settler.settle(reaction, [deliveryOf(event)], leavingEffects(reaction));
      expect(await effectsOf(database, reaction)).toEqual([1]);
    }
  });

  test('nothing stands of a handler that threw, not even that the event was received', async () => {
    const { settler } = settlingOn(database);
    const reaction = fresh();
    const event = wire(newId(), 1);
    let fail = true;
    const invoke = leavingEffects(reaction);
    const failing = async (...args: Parameters<typeof invoke>) => {
      await invoke(...args);
      if (fail) throw new Error('afterwards');
    };
    const [outcome] = await settler.settle(reaction, [deliveryOf(event)], failing);
    expect(outcome).toMatchObject({ kind: 'retry' });
    fail = false;
    expect(kinds(await settler.settle(reaction, [deliveryOf(event, 2)], failing))).toEqual(['ack']);
    expect(await effectsOf(database, reaction)).toEqual([1]);
  });
});

describe('poison', () => {
  test('in a batch does not keep its neighbours, and is a dead letter after exactly 8 attempts', async () => {
    const { settler } = settlingOn(database);
    const reaction = fresh();
    const poison = wire(newId(), 1);
    const events = [wire(newId(), 1), poison, wire(newId(), 1)];
    let runs = 0;
    const invoke = leavingEffects(reaction, ({ id }) => {
      if (id !== poison.id) return;
      runs += 1;
      throw new Error('cannot');
    });
    expect(
      kinds(
        await settler.settle(
          reaction,
          events.map((event) => deliveryOf(event)),
          invoke,
        ),
      ),
    ).toEqual(['ack', 'retry', 'ack']);
    runs = 1; // in the batch and alone: one delivery
    const delays: number[] = [];
    let outcome: Outcome = { kind: 'retry', delayMs: 0 };
    for (let count = 2; outcome.kind === 'retry'; count++) {
      [outcome] = (await settler.settle(reaction, [deliveryOf(poison, count)], invoke)) as [Outcome];
      if (outcome.kind === 'retry') delays.push(outcome.delayMs);
    }
    expect(outcome).toEqual({ kind: 'ack' });
    expect(runs).toBe(8);
    expect(Math.max(...delays)).toBeLessThanOrEqual(5_000);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(await lettersOf(reaction.durable)).toEqual([
      { event_id: poison.id, class: 'exhausted', attempts: 8, error: 'Error: cannot' },
    ]);
    expect(await attemptsOf(reaction.durable)).toEqual([]);
    expect(await effectsOf(database, reaction)).toEqual([1, 1]);
  });

  test('is classed by what the domain says; a contract broken by the handler is not the event’s', async () => {
    const errors = defineErrors({ tooLate: { kind: 'conflict', title: { zh: '太晚', en: 'too late' } } });
    for (const [error, kind] of [
      [errors.tooLate(), 'business'],
      [new ContractError('an event of ours is wrong'), 'exhausted'],
    ] as const) {
      const { settler } = settlingOn(database);
      const reaction = fresh();
      const event = wire(newId(), 1);
      for (let count = 1; count <= 8; count++) {
        await settler.settle(reaction, [deliveryOf(event, count)], () => Promise.reject(error));
      }
      expect(await lettersOf(reaction.durable)).toMatchObject([{ class: kind }]);
    }
  });

  test('that breaks its contract is a dead letter at once, once, whatever is left of it', async () => {
    const { settler } = settlingOn(database);
    const reaction = fresh();
    const good = wire(newId(), 1);
    const wrong = { ...wire(newId(), 1), data: { number: 7 } };
    const broken = [JSON.stringify(wrong), 'neither JSON nor ours', '"text"'];
    const outcomes = await settler.settle(
      reaction,
      [deliveryOf(broken[0]!), deliveryOf(good), ...broken.slice(1).map((text) => deliveryOf(text))],
      leavingEffects(reaction),
    );
    expect(kinds(outcomes)).toEqual(['ack', 'ack', 'ack', 'ack']);
    for (const text of broken)
      await settler.settle(reaction, [deliveryOf(text, 2)], leavingEffects(reaction));
    const letters = await lettersOf(reaction.durable);
    expect(letters).toHaveLength(3);
    expect(new Set(letters.map((letter) => letter.class))).toEqual(new Set(['contract']));
    expect(letters.map(({ event_id }) => event_id)).toContain(wrong.id);
    expect(await effectsOf(database, reaction)).toEqual([1]);
  });
});

describe('infrastructure', () => {
  test('that is away counts no attempt, and answers down for the whole batch', async () => {
    const { settler } = settlingOn(database);
    const reaction = fresh();
    const events = [wire(newId(), 1), wire(newId(), 1)];
    const away = () => Promise.reject(ended());
    expect(
      kinds(
        await settler.settle(
          reaction,
          events.map((event) => deliveryOf(event)),
          away,
        ),
      ),
    ).toEqual(['down', 'down']);
    for (let count = 2; count <= 20; count++) {
      expect(kinds(await settler.settle(reaction, [deliveryOf(events[0]!, count)], away))).toEqual(['down']);
    }
    expect(await attemptsOf(reaction.durable)).toEqual([1]);
    expect(await lettersOf(reaction.durable)).toEqual([]);
    expect(
      kinds(await settler.settle(reaction, [deliveryOf(events[0]!, 21)], leavingEffects(reaction))),
    ).toEqual(['ack']);
  });

  test('of another place that is away counts no attempt either, first or repeated, alone or in a batch, and why is said', async () => {
    const errors = defineErrors({ unavailable: { kind: 'unavailable', title: { zh: '暂时不可用', en: 'unavailable' } } });
    const { settler, logged } = settlingOn(database);
    const reaction = fresh();
    const [healthy, event, behind] = [wire(newId(), 1), wire(newId(), 1), wire(newId(), 1)];
    let isAway = true;
    const invoke = leavingEffects(reaction, ({ id }) => {
      if (isAway && id === event.id) throw Object.assign(errors.unavailable({}, { retryAfter: 30 }), { cause: new Error('S3 DELETE: 503 SlowDown') });
    });
    const batch = [healthy, event, behind].map((each) => deliveryOf(each));
    expect(kinds(await settler.settle(reaction, batch, invoke))).toEqual(['ack', 'down', 'down']);
    for (let count = 2; count <= 20; count++) expect(kinds(await settler.settle(reaction, [deliveryOf(event, count)], invoke))).toEqual(['down']);
    expect(logged.at(-1)).toBe(`${reaction.durable}: event ${event.id} (${event.type}) waits: S3 DELETE: 503 SlowDown`);
    expect([await attemptsOf(reaction.durable), await lettersOf(reaction.durable)]).toEqual([[1], []]);
    isAway = false;
    for (const delivery of [deliveryOf(event, 21), deliveryOf(behind, 2)]) expect(kinds(await settler.settle(reaction, [delivery], invoke))).toEqual(['ack']);
    expect([await attemptsOf(reaction.durable), await effectsOf(database, reaction)]).toEqual([[], [1, 1, 1]]);
  });

  test('a database that answers and has no room left counts no attempt, and why is said, for its probe finds nothing', async () => {
    const { settler, logged } = settlingOn(database);
    const [reaction, event] = [fresh(), wire(newId(), 1)];
    const invoke: InvokeReaction = async (_event, tx) => {
      await (tx as Transaction).query(`DO $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`);
    };
    for (const count of [1, 2, 9]) expect(kinds(await settler.settle(reaction, [deliveryOf(event, count)], invoke))).toEqual(['down']);
    await settler.probe();
    expect(logged).toEqual(Array(3).fill(`${reaction.durable}: event ${event.id} (${event.type}) waits: could not extend file: No space left on device`));
    expect(await lettersOf(reaction.durable)).toEqual([]);
  });

  test('an outage of the database itself is given back when it is over', async () => {
    const own = new Database({ ...toySchema, poolSize: 2 }, toy.url);
    await own.connect();
    const { settler } = settlingOn(own);
    const reaction = fresh();
    const event = wire(newId(), 1);
    for (let count = 2; count <= 12; count++) {
      // The database goes away while the handler runs, so that nothing can be written any more.
      const outcome = await settler.settle(reaction, [deliveryOf(event, count)], async () => {
        await own.close();
        throw ended();
      });
      expect(kinds(outcome)).toEqual(['down']);
      await own.connect();
    }
    expect(await attemptsOf(reaction.durable)).toEqual([2]);
    await own.close();
  });

  test('that goes away between two of a batch is not waited for by the others', async () => {
    const own = new Database({ ...toySchema, poolSize: 2 }, toy.url);
    await own.connect();
    const { settler } = settlingOn(own);
    const reaction = fresh();
    const deliveries = ['not JSON', 'not JSON either', wire(newId(), 1)].map((event) => deliveryOf(event));
    await own.close();
    expect(kinds(await settler.settle(reaction, deliveries, leavingEffects(reaction)))).toEqual([
      'down',
      'down',
      'down',
    ]);
    await expect(settler.probe()).rejects.toThrow(/not Connected/);
    await own.connect();
    await settler.probe();
    await own.close();
  });
});
