import { newId } from '@property-office/kernel';
import type { Outcome } from '@property-office/messaging';
import type { Database } from '@property-office/persistence';
import { deliveryOf, effectsOf, leavingEffects, settlingOn, wire } from './fixtures/settling';
import { openToy, toyReaction, type Toy } from './fixtures/toy-schema';

let toy: Toy;
let database: Database;
beforeAll(async () => {
  toy = await openToy();
  database = toy.database;
});
afterAll(() => toy.close());

let named = 0;
const fresh = (order: 'latest' | 'strict') => toyReaction(order, `order${++named}`);
const kinds = (outcomes: Outcome[]) => outcomes.map(({ kind }) => kind);

describe('order', () => {
  test('latest: only what is newer than the one kept', async () => {
    const { settler } = settlingOn(database);
    const reaction = fresh('latest');
    const id = newId();
    for (const version of [2, 1, 5, 3, 4, 6]) {
      expect(
        kinds(await settler.settle(reaction, [deliveryOf(wire(id, version))], leavingEffects(reaction))),
      ).toEqual(['ack']);
    }
    expect(await effectsOf(database, reaction)).toEqual([2, 5, 6]);
    const other = newId();
    await settler.settle(
      reaction,
      [3, 1, 4].map((version) => deliveryOf(wire(other, version))),
      leavingEffects(reaction),
    );
    expect(await effectsOf(database, reaction, other)).toEqual([3, 4]);
  });

  test('latest: two processes cannot apply the older one last', async () => {
    const [a, b] = [settlingOn(database).settler, settlingOn(database).settler];
    for (let i = 0; i < 20; i++) {
      const reaction = fresh('latest');
      const id = newId();
      await Promise.all([
        a.settle(reaction, [deliveryOf(wire(id, 1))], leavingEffects(reaction)),
        b.settle(reaction, [deliveryOf(wire(id, 2))], leavingEffects(reaction)),
      ]);
      expect((await effectsOf(database, reaction)).at(-1)).toBe(2);
    }
  });

  test('strict: a successor waits, received and acked, and is released in order', async () => {
    const { settler, sweeper } = settlingOn(database);
    const reaction = fresh('strict');
    const id = newId();
    const invoke = leavingEffects(reaction);
    settler.register(reaction, invoke);
    const events = [1, 2, 3, 4, 5, 6].map((version) => wire(id, version));
    for (const version of [1, 4, 6, 3]) {
      expect(kinds(await settler.settle(reaction, [deliveryOf(events[version - 1]!)], invoke))).toEqual([
        'ack',
      ]);
    }
    await sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([1]);
    expect(kinds(await settler.settle(reaction, [deliveryOf(events[3]!, 2)], invoke))).toEqual(['ack']); // parked and repeated
    await settler.settle(
      reaction,
      [events[4]!, events[1]!].map((event) => deliveryOf(event)),
      invoke,
    );
    expect(await effectsOf(database, reaction)).toEqual([1, 2]);
    await sweeper.sweep();
    expect(await effectsOf(database, reaction)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await database.query('SELECT 1 FROM parked WHERE consumer = $1', [reaction.durable])).toEqual([]);
  });

  test('strict: any order of arrival over several aggregates ends in the same timelines', async () => {
    const { settler, sweeper } = settlingOn(database);
    const reaction = fresh('strict');
    const invoke = leavingEffects(reaction);
    settler.register(reaction, invoke);
    const ids = [newId(), newId(), newId()];
    const shuffled = ids
      .flatMap((id) => Array.from({ length: 12 }, (_, i) => wire(id, i + 1)))
      .map((event) => ({ event, at: Math.random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ event }) => deliveryOf(event));
    while (shuffled.length > 0) await settler.settle(reaction, shuffled.splice(0, 7), invoke);
    await sweeper.sweep();
    for (const id of ids)
      expect(await effectsOf(database, reaction, id)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
});
