import { newId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import { waitFor } from '@property-office/testing';
import { endedEachTime } from './attempts';
import { DeadLetters } from './dead-letter-decisions';
import { effectsOf, leavingEffects, settlingOn, wire } from './fixtures/settling';
import { fresh, parkedOf, poisoned, settle, untilDead, waitingOf } from './fixtures/sweeping';
import { openToy, toySchema, type Toy } from './fixtures/toy-schema';
import { prune } from './prune';
import { oneAtATime } from './second-tries';

let toy: Toy;
let database: Database;
let letters: DeadLetters;
beforeAll(async () => {
  toy = await openToy();
  database = toy.database;
  letters = new DeadLetters(database);
});
afterAll(() => toy.close());

const limits = { acquireMs: 2_000, statementMs: 250, answerMs: 5_000, idleInTransactionMs: 30_000 };

describe('a parked event', () => {
  test('that cannot be applied is a dead letter after 8 attempts; others go on meanwhile, its successors after it', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'strict');
    const [id, other] = [newId(), newId()];
    const events = [1, 2, 3].map((version) => wire(id, version));
    ill.add(events[1]!.id);
    for (const event of [events[1]!, events[2]!, wire(other, 2), events[0]!, wire(other, 1)])
      await settle(on, reaction, invoke, event);
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction, other)).toEqual([1, 2]);
    for (let round = 2; round <= 8; round++) {
      expect(await waitingOf(letters, reaction.durable)).toEqual([]);
      await on.sweeper.sweep();
    }
    expect(await waitingOf(letters, reaction.durable)).toMatchObject([
      { eventId: events[1]!.id, attempts: 8, class: 'exhausted', strict: true, version: 2 },
    ]);
    expect(await parkedOf(database, reaction.durable)).toEqual([3]);
    ill.clear();
    await letters.replay({ consumer: reaction.durable }, 'operator');
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction, id)).toEqual([1, 2, 3]);
    expect(await parkedOf(database, reaction.durable)).toEqual([]);
  });

  test('meets an outage: the attempt is given back, and nothing is lost', async () => {
    const { reaction, on } = poisoned(database, 'strict');
    let away = true;
    const invoke = leavingEffects(reaction, ({ aggregateversion }) => {
      if (away && aggregateversion === 2) throw Object.assign(new Error('shutting down'), { code: '57P01' });
    });
    on.settler.register(reaction, invoke);
    const id = newId();
    for (const version of [2, 1]) await settle(on, reaction, invoke, wire(id, version));
    for (let round = 0; round < 12; round++) await on.sweeper.sweep();
    expect(await waitingOf(letters, reaction.durable)).toEqual([]);
    away = false;
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([1, 2]);
  });

  test('is applied once by two processes', async () => {
    const { reaction, on, invoke } = poisoned(database, 'strict');
    const second = settlingOn(database);
    second.settler.register(reaction, invoke);
    const id = newId();
    for (let version = 20; version >= 1; version--) await settle(on, reaction, invoke, wire(id, version));
    await Promise.all([on.sweeper.sweep(), second.sweeper.sweep()]);
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });
});

describe('a dead letter', () => {
  test('is applied once when replayed, however often that is asked', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'any');
    const event = wire(newId(), 1);
    ill.add(event.id);
    await settle(on, reaction, invoke, event, untilDead);
    expect(await waitingOf(letters, reaction.durable)).toMatchObject([
      { eventId: event.id, state: 'waiting', attempts: 8 },
    ]);
    ill.clear();
    expect(await letters.replay({ consumer: reaction.durable }, 'operator')).toBe(1);
    expect(await letters.replay({ consumer: reaction.durable }, 'operator')).toBe(0);
    await Promise.all([on.sweeper.sweep(), settlingOn(database).sweeper.sweep()]);
    await on.sweeper.sweep();
    await settle(on, reaction, invoke, event, [1, 2]); // and delivered again, as after a rebuild
    expect(await effectsOf(database, reaction)).toEqual([1]);
    expect(
      (await letters.list({ state: 'replayed' })).filter(({ consumer }) => consumer === reaction.durable),
    ).toMatchObject([{ decidedBy: 'operator', decidedAt: expect.any(Date) }]);
  });

  test('that fails again waits again, with its new reason', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'any');
    const event = wire(newId(), 1);
    ill.add(event.id);
    await settle(on, reaction, invoke, event, untilDead);
    await letters.replay({ consumer: reaction.durable }, 'operator');
    await on.sweeper.sweep();
    await on.sweeper.sweep();
    expect(await waitingOf(letters, reaction.durable)).toMatchObject([
      { attempts: 9, error: `Error: cannot ${event.id}` },
    ]);
  });

  test('that kills the process is tried once for each time it is asked', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'any');
    const event = wire(newId(), 1);
    ill.add(event.id);
    await settle(on, reaction, invoke, event, untilDead);
    await letters.replay({ consumer: reaction.durable }, 'operator');
    let state: unknown;
    on.settler.register(reaction, async () => {
      // What a process that dies here leaves behind.
      [state] = await database.query('SELECT state FROM dead_letter WHERE consumer = $1', [reaction.durable]);
      throw new Error('dies');
    });
    await on.sweeper.sweep();
    expect(state).toEqual({ state: 'waiting' });
  });

  test('whose attempts all ended with the process is replayed alone, another one beside what may kill it', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'any');
    const [killer, other] = [wire(newId(), 1), wire(newId(), 1)];
    for (const event of [killer, other]) {
      ill.add(event.id);
      await settle(on, reaction, invoke, event, untilDead);
    }
    ill.clear();
    await database.query('UPDATE dead_letter SET error = $2, dead_at = dead_at + $3::interval WHERE event_id = $1', [
      killer.id,
      `Error: ${endedEachTime}`,
      '1 hour',
    ]);
    await letters.replay({ consumer: reaction.durable }, 'operator');
    let end = (): void => undefined;
    const dangerous = oneAtATime(() => new Promise<void>((resolve) => (end = resolve)));
    const sweeping = on.sweeper.sweep();
    await waitFor(async () => (await effectsOf(database, reaction, other.subject)).length === 1, { what: 'the other' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await effectsOf(database, reaction, killer.subject)).toEqual([]);
    end();
    await Promise.all([dangerous, sweeping]);
    expect(await effectsOf(database, reaction, killer.subject)).toEqual([1]);
  });

  test('whose replay met an outage is asked for again by itself', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'any');
    const event = wire(newId(), 1);
    ill.add(event.id);
    await settle(on, reaction, invoke, event, untilDead);
    await letters.replay({ consumer: reaction.durable }, 'operator');
    on.settler.register(reaction, () => Promise.reject(Object.assign(new Error('down'), { code: '57P03' })));
    await on.sweeper.sweep();
    expect(on.logged).toContainEqual(expect.stringMatching(/down$/));
    on.settler.register(reaction, leavingEffects(reaction));
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([1]);
  });

  test('whose replay always takes too long waits again, and holds up no other consumer', async () => {
    const hasty = new Database({ ...toySchema, poolSize: 4 }, toy.url, limits);
    await hasty.connect();
    const on = settlingOn(hasty);
    const [slow, other] = [fresh('any'), fresh('any')];
    for (const reaction of [slow, other]) {
      await settle(on, reaction, () => Promise.reject(new Error('not yet')), wire(newId(), 1), untilDead);
      await letters.replay({ consumer: reaction.durable }, 'operator');
    }
    on.settler.register(slow, async (_, tx) => void (await (tx as Transaction).query('SELECT pg_sleep(2)')));
    on.settler.register(other, leavingEffects(other));
    await on.sweeper.sweep();
    expect(await waitingOf(letters, slow.durable)).toMatchObject([
      { state: 'waiting', attempts: 9, class: 'exhausted' },
    ]);
    expect(await effectsOf(database, other)).toEqual([1]);
    await hasty.close();
  });

  test('that cannot even be looked at holds up no other consumer', async () => {
    const [broken, other] = [fresh('any'), fresh('strict')];
    const on = settlingOn(database);
    const id = newId();
    await settle(on, broken, () => Promise.reject(new Error('not yet')), wire(newId(), 1), untilDead);
    await letters.replay({ consumer: broken.durable }, 'operator');
    for (const version of [2, 1]) await settle(on, other, leavingEffects(other), wire(id, version));
    on.settler.register(broken, () =>
      Promise.reject(Object.assign(new Error('shutting down'), { code: '57P01' })),
    );
    on.settler.register(other, leavingEffects(other));
    await on.sweeper.sweep();
    expect(await effectsOf(database, other)).toEqual([1, 2]);
  });

  test('of one cause shares its fingerprint with the others', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'any');
    for (let i = 0; i < 2; i++) {
      const event = wire(newId(), 1);
      ill.add(event.id);
      await settle(on, reaction, invoke, event, untilDead);
    }
    const [one, two] = await waitingOf(letters, reaction.durable);
    expect(one!.fingerprint).toBe(two!.fingerprint);
    expect(await letters.discard({ fingerprint: one!.fingerprint }, 'same', 'operator')).toBe(2);
  });
});

test('a replay that hangs holds up no other consumer, in no round', async () => {
  const [hanging, other] = [fresh('any'), fresh('strict')];
  const on = settlingOn(database);
  await settle(on, hanging, () => Promise.reject(new Error('not yet')), wire(newId(), 1), untilDead);
  await letters.replay({ consumer: hanging.durable }, 'operator');
  let release = (): void => undefined;
  let hangs = false;
  on.settler.register(hanging, () => {
    hangs = true;
    return new Promise((resolve) => (release = resolve));
  });
  on.settler.register(other, leavingEffects(other));
  on.sweeper.start();
  await waitFor(() => hangs, { what: 'the replay to hang' });
  const id = newId();
  for (const version of [2, 1]) await settle(on, other, leavingEffects(other), wire(id, version));
  await waitFor(async () => (await effectsOf(database, other)).length === 2, { what: 'the parked event of the other' });
  release();
  await on.sweeper.stop();
});

test('a sweeper runs by itself and stops', async () => {
  const { reaction, on, invoke } = poisoned(database, 'strict');
  const id = newId();
  for (const version of [2, 1]) await settle(on, reaction, invoke, wire(id, version));
  on.sweeper.start();
  await waitFor(async () => (await effectsOf(database, reaction)).length === 2, { what: 'the parked event' });
  await on.sweeper.stop();
});

test('the inbox is kept 60 days, and a letter applied meanwhile is closed', async () => {
  const { reaction, on, invoke, ill } = poisoned(database, 'any');
  const [old, young, late] = [wire(newId(), 1), wire(newId(), 1), wire(newId(), 1)];
  ill.add(late.id);
  for (const event of [old, young]) await settle(on, reaction, invoke, event);
  await settle(on, reaction, invoke, late, untilDead);
  ill.clear();
  await settle(on, reaction, invoke, late); // after a rebuild
  await toy.asAdmin(`UPDATE inbox SET received_at = now() - interval '61 days' WHERE event_id = $1`, [
    old.id,
  ]);
  await toy.asAdmin(`UPDATE inbox SET received_at = now() - interval '59 days' WHERE event_id = $1`, [
    young.id,
  ]);
  await prune(database);
  const kept = await database.query<{ event_id: string }>('SELECT event_id FROM inbox WHERE consumer = $1', [
    reaction.durable,
  ]);
  expect(kept.map(({ event_id }) => event_id).sort()).toEqual([young.id, late.id].sort());
  expect(await waitingOf(letters, reaction.durable)).toEqual([]);
});
