import { newId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';
import { DeadLetters } from './dead-letter-decisions';
import { effectsOf, wire } from './fixtures/settling';
import { parkedOf, poisoned, settle, untilDead, waitingOf } from './fixtures/sweeping';
import { openToy, type Toy } from './fixtures/toy-schema';
import { prune } from './prune';

let toy: Toy;
let database: Database;
let letters: DeadLetters;
beforeAll(async () => {
  toy = await openToy();
  database = toy.database;
  letters = new DeadLetters(database);
});
afterAll(() => toy.close());

describe('a dead letter that is decided on', () => {
  test.each(['any', 'strict'] as const)(
    'of broken bytes that was discarded stays so when it comes again (%s)',
    async (order) => {
      const { reaction, on, invoke } = poisoned(database, order);
      const id = newId();
      const [first, second, third] = [1, 2, 3].map((version) => wire(id, version));
      const broken = JSON.stringify({ ...second!, data: {} });
      await settle(on, reaction, invoke, first!);
      await settle(on, reaction, invoke, broken);
      await letters.discard({ consumer: reaction.durable }, 'entered by hand', 'operator');
      await settle(on, reaction, invoke, broken, [1, 2]); // after a rebuild
      await prune(database);
      const discarded = await letters.list({ state: 'discarded' });
      expect(discarded.filter(({ consumer }) => consumer === reaction.durable)).toMatchObject([
        { reason: 'entered by hand' },
      ]);
      expect(await waitingOf(letters, reaction.durable)).toEqual([]);
      await on.sweeper.sweep();
      await settle(on, reaction, invoke, third!);
      expect(await effectsOf(database, reaction)).toEqual([1, 3]);
    },
  );

  test('discarded while its replay ran stays so', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'strict');
    const event = wire(newId(), 1);
    ill.add(event.id);
    await settle(on, reaction, invoke, event, untilDead);
    await letters.replay({ consumer: reaction.durable }, 'operator');
    let discarding: Promise<number> | undefined;
    on.settler.register(reaction, async () => {
      // It has the letter, and waits for the inbox until the replay has failed.
      discarding = letters.discard({ consumer: reaction.durable }, 'entered by hand', 'operator');
      await new Promise((resolve) => setTimeout(resolve, 200));
      throw new Error('fails again');
    });
    await on.sweeper.sweep();
    expect(await discarding).toBe(1);
    expect(await waitingOf(letters, reaction.durable)).toEqual([]);
    await settle(on, reaction, invoke, event);
    await settle(on, reaction, invoke, wire(event.subject, 2));
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([2]);
  });

  test('with broken bytes can be replayed and stays one letter', async () => {
    const { reaction, on, invoke } = poisoned(database, 'any');
    await settle(on, reaction, invoke, 'rubbish', [1, 2, 3]);
    await letters.replay({ consumer: reaction.durable }, 'operator');
    await on.sweeper.sweep();
    const [letter, ...more] = await waitingOf(letters, reaction.durable);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ class: 'contract', attempts: 2, aggregateId: null });
    expect(Buffer.from((await letters.payload(letter!.id))!).toString()).toBe('rubbish');
  });

  test.each([
    ['its successors came before', true],
    ['its successors come after', false],
  ])('of a strict reaction, discarded, lets its successors go on (%s)', async (_, before) => {
    const { reaction, on, invoke, ill } = poisoned(database, 'strict');
    const id = newId();
    const events = [1, 2, 3, 4].map((version) => wire(id, version));
    ill.add(events[0]!.id);
    ill.add(events[2]!.id);
    await settle(on, reaction, invoke, events[0]!, untilDead);
    if (before) for (const event of events.slice(1)) await settle(on, reaction, invoke, event);
    expect(await letters.discard({ consumer: reaction.durable }, 'entered by hand', 'operator')).toBe(1);
    if (!before) {
      await on.sweeper.sweep();
      expect(await parkedOf(database, reaction.durable)).toEqual([]); // nothing waits for what may never come
    }
    if (!before)
      for (const event of events.slice(1))
        await settle(on, reaction, invoke, event, ill.has(event.id) ? untilDead : [1]);
    for (let round = 0; round < 9; round++) await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([2]);
    expect(await letters.discard({ consumer: reaction.durable }, 'entered by hand', 'operator')).toBe(1);
    await on.sweeper.sweep();
    await settle(on, reaction, invoke, events[0]!, [1]); // delivered again after a rebuild: still discarded
    expect(await effectsOf(database, reaction)).toEqual([2, 4]);
    expect(await parkedOf(database, reaction.durable)).toEqual([]);
  });

  test('discarded out of order keeps its place', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'strict');
    const id = newId();
    const events = [1, 2, 3].map((version) => wire(id, version));
    ill.add(events[0]!.id);
    await settle(on, reaction, invoke, events[0]!, untilDead);
    await settle(on, reaction, invoke, JSON.stringify({ ...events[1], data: {} }));
    await settle(on, reaction, invoke, events[2]!);
    const second = (await waitingOf(letters, reaction.durable)).find(({ version }) => version === 2);
    expect(second).toMatchObject({ class: 'contract', eventId: events[1]!.id });
    await letters.discard({ ids: [second!.id] }, 'broken', 'operator');
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([]);
    ill.clear();
    await letters.replay({ consumer: reaction.durable }, 'operator');
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([1, 3]);
    expect(await parkedOf(database, reaction.durable)).toEqual([]);
  });

  test('of a latest reaction, discarded, does not hide older news', async () => {
    const { reaction, on, invoke, ill } = poisoned(database, 'latest');
    const id = newId();
    const newer = wire(id, 3);
    ill.add(newer.id);
    await settle(on, reaction, invoke, newer, untilDead);
    await letters.discard({ consumer: reaction.durable }, 'wrong', 'operator');
    await settle(on, reaction, invoke, wire(id, 2));
    await on.sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([2]);
  });

  test('is only decided on with a reason, and when it is said which', async () => {
    await expect(letters.discard({ consumer: 'x' }, '  ', 'operator')).rejects.toThrow(/reason/);
    await expect(letters.discard({}, 'all of them', 'operator')).rejects.toThrow(/which/);
    await expect(letters.replay({}, 'operator')).rejects.toThrow(/which/);
  });
});
