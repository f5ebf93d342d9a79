import { newId } from '@property-office/kernel';
import { maxAttempts } from './attempts';
import { deliveryOf, effectsOf, leavingEffects, settlingOn, wire } from './fixtures/settling';
import { openToy, toyReaction, type Toy } from './fixtures/toy-schema';

let toy: Toy;
beforeAll(async () => void (toy = await openToy()));
afterAll(() => toy.close());

let named = 0;
const fresh = (order: 'any' | 'strict' = 'any') => toyReaction(order, `unknown${++named}`);
const lettersOf = (consumer: string) =>
  toy.database.query('SELECT class, attempts FROM dead_letter WHERE consumer = $1', [consumer]);
const attemptsOf = (consumer: string) =>
  toy.database.query('SELECT n FROM attempt WHERE consumer = $1', [consumer]);
const timePasses = (consumer: string) =>
  toy.database.query(`UPDATE attempt SET changed_at = changed_at - interval '15 minutes' WHERE consumer = $1`, [
    consumer,
  ]);

describe.each(['tickets.repair-forgotten.v1', 'tickets.repair-requested.v2'])('an event of type %s', (type) => {
  const newer = () => ({ ...wire(newId(), 1), type: type as 'tickets.repair-requested.v1' });

  test('waits for a process that knows it, while others are applied, and counts no attempt', async () => {
    const { settler, logged } = settlingOn(toy.database);
    const reaction = fresh();
    const [event, known] = [newer(), wire(newId(), 1)];
    const invoke = leavingEffects(reaction);
    expect(await settler.settle(reaction, [deliveryOf(event), deliveryOf(known)], invoke)).toMatchObject([
      { kind: 'retry' },
      { kind: 'ack' },
    ]);
    for (let count = 2; count < 2 * maxAttempts; count++)
      expect(await settler.settle(reaction, [deliveryOf(event, count)], invoke)).toMatchObject([{ kind: 'retry' }]);
    expect(logged.filter((line) => line.includes('being rolled out'))).toHaveLength(1);
    expect(await attemptsOf(reaction.durable)).toEqual([{ n: 0 }]);
    // The same event, as the newer version reads it.
    const understood = { ...wire(event.subject, 1), id: event.id };
    expect(await settler.settle(reaction, [deliveryOf(understood, 20)], invoke)).toEqual([{ kind: 'ack' }]);
    expect(await attemptsOf(reaction.durable)).toEqual([]);
    expect(await effectsOf(toy.database, reaction)).toEqual([1, 1]);
  });

  test('that nobody knows after 15 minutes is a dead letter', async () => {
    const { settler } = settlingOn(toy.database);
    const reaction = fresh();
    const event = newer();
    await settler.settle(reaction, [deliveryOf(event)], leavingEffects(reaction));
    await timePasses(reaction.durable);
    expect(await settler.settle(reaction, [deliveryOf(event, 2)], leavingEffects(reaction))).toEqual([{ kind: 'ack' }]);
    expect(await lettersOf(reaction.durable)).toEqual([{ class: 'contract', attempts: 1 }]);
    expect(await attemptsOf(reaction.durable)).toEqual([]);
  });
});

test('one that a newer version parked is left to it, too', async () => {
  const { settler, sweeper } = settlingOn(toy.database);
  const reaction = fresh('strict');
  const invoke = leavingEffects(reaction);
  settler.register(reaction, invoke);
  const id = newId();
  await settler.settle(reaction, [deliveryOf(wire(id, 2))], invoke);
  const newer = JSON.stringify({ ...wire(id, 2), type: 'tickets.repair-forgotten.v1' });
  await toy.database.query('UPDATE parked SET payload = $2 WHERE consumer = $1', [reaction.durable, Buffer.from(newer)]);
  await settler.settle(reaction, [deliveryOf(wire(id, 1))], invoke);
  for (let round = 0; round < maxAttempts + 2; round++) await sweeper.sweep();
  expect(await attemptsOf(reaction.durable)).toEqual([{ n: 0 }]);
  await timePasses(reaction.durable);
  await sweeper.sweep();
  expect(await lettersOf(reaction.durable)).toEqual([{ class: 'contract', attempts: 1 }]);
});
