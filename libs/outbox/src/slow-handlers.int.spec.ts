import { newId } from '@property-office/kernel';
import type { InvokeReaction } from '@property-office/messaging';
import { Database, type Transaction } from '@property-office/persistence';
import { maxAttempts } from './attempts';
import { deliveryOf, effectsOf, leavingEffects, settlingOn, wire } from './fixtures/settling';
import { InTurns } from './in-turns';
import { openToy, toyReaction, toySchema, type Toy } from './fixtures/toy-schema';

let toy: Toy;
let hasty: Database;
const limits = { acquireMs: 2_000, statementMs: 250, answerMs: 5_000, idleInTransactionMs: 30_000 };

beforeAll(async () => {
  toy = await openToy();
  hasty = new Database({ ...toySchema, poolSize: 4 }, toy.url, limits);
  await hasty.connect();
});
afterAll(async () => {
  await hasty.close();
  await toy.close();
});

let named = 0;
const fresh = () => toyReaction('any', `slow${++named}`);
const asks =
  (sql: string): InvokeReaction =>
  async (_, tx) =>
    void (await (tx as Transaction).query(sql));
const lettersOf = (consumer: string) =>
  toy.database.query('SELECT class, attempts FROM dead_letter WHERE consumer = $1', [consumer]);
const attemptsOf = (consumer: string) =>
  toy.database.query('SELECT n FROM attempt WHERE consumer = $1', [consumer]);

test('an event whose statement always takes too long is a dead letter after 8 attempts', async () => {
  const { settler } = settlingOn(hasty);
  const reaction = fresh();
  const event = wire(newId(), 1);
  for (let count = 1; count < maxAttempts; count++)
    expect(await settler.settle(reaction, [deliveryOf(event, count)], asks('SELECT pg_sleep(2)'))).toMatchObject([
      { kind: 'retry' },
    ]);
  expect(await settler.settle(reaction, [deliveryOf(event, 8)], asks('SELECT pg_sleep(2)'))).toEqual([
    { kind: 'ack' },
  ]);
  expect(await lettersOf(reaction.durable)).toEqual([{ class: 'exhausted', attempts: 8 }]);
});

test('so is one that the server never answers in time, as the client sees it', async () => {
  const impatient = new Database({ ...toySchema, poolSize: 2 }, toy.url, {
    ...limits,
    statementMs: 1_000,
    answerMs: 100,
  });
  await impatient.connect();
  const { settler } = settlingOn(impatient);
  const reaction = fresh();
  const outcome = await settler.settle(reaction, [deliveryOf(wire(newId(), 1), 2)], asks('SELECT pg_sleep(0.4)'));
  expect(outcome).toMatchObject([{ kind: 'retry' }]);
  expect(await attemptsOf(reaction.durable)).toEqual([{ n: 2 }]);
  await impatient.close();
});

test('one that only waits for somebody else’s lock is not counted, however often', async () => {
  const { settler } = settlingOn(hasty);
  const reaction = fresh();
  const event = wire(newId(), 1);
  await toy.database.transaction(async (tx) => {
    await tx.query('LOCK TABLE request IN ACCESS EXCLUSIVE MODE');
    for (let count = 2; count <= 11; count++)
      expect(await settler.settle(reaction, [deliveryOf(event, count)], asks('SELECT * FROM request'))).toEqual([
        { kind: 'down' },
      ]);
  });
  expect(await attemptsOf(reaction.durable)).toEqual([{ n: 1 }]);
  await settler.settle(reaction, [deliveryOf(event, 12)], leavingEffects(reaction));
  expect(await effectsOf(toy.database, reaction)).toEqual([1]);
});

test('a statement that ends when the whole database is away is an outage', async () => {
  const own = new Database({ ...toySchema, poolSize: 2 }, toy.url);
  await own.connect();
  const { settler } = settlingOn(own);
  const reaction = fresh();
  const event = wire(newId(), 1);
  for (let count = 1; count <= 10; count++) {
    const outcomes = await settler.settle(reaction, [deliveryOf(event, count)], async () => {
      await own.close();
      throw Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
    });
    expect(outcomes).toEqual([{ kind: 'down' }]);
    await own.connect();
  }
  expect(await lettersOf(reaction.durable)).toEqual([]);
  await own.close();
});

test('an event that hangs each time holds up no second try of another reaction', async () => {
  const { settler } = settlingOn(toy.database);
  const [hanging, healthy] = [fresh(), fresh()];
  const event = wire(newId(), 1);
  const hang: InvokeReaction = () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('overdue')), 1_500));
  await settler.settle(hanging, [deliveryOf(event, 1)], () => Promise.reject(new Error('overdue')));
  const hung = settler.settle(hanging, [deliveryOf(event, 2)], hang).then(() => 'hung');
  const tried = settler.settle(healthy, [deliveryOf(event, 2)], leavingEffects(healthy)).then(() => 'tried');
  expect(await Promise.race([hung, tried])).toBe('tried');
  await hung;
  expect(await effectsOf(toy.database, healthy)).toEqual([1]);
  expect(await attemptsOf(hanging.durable)).toEqual([{ n: 2 }]);
});

test('two second tries that hang, and more that wait for them, leave a connection to the others in a small pool', async () => {
  const small = new Database({ ...toySchema, poolSize: 3 }, toy.url, { ...limits, acquireMs: 500, statementMs: 5_000 });
  await small.connect();
  const { settler } = settlingOn(small, new InTurns(small));
  const [event, hanging] = [wire(newId(), 1), [fresh(), fresh(), fresh(), fresh()]];
  for (const each of hanging) await settler.settle(each, [deliveryOf(event, 1)], () => Promise.reject(new Error('overdue')));
  let ended = 0;
  const hang: InvokeReaction = () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('overdue')), 1_500));
  const hung = hanging.map((each) => settler.settle(each, [deliveryOf(event, 2)], hang).finally(() => (ended += 1)));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const healthy = Array.from({ length: 20 }, fresh);
  const outcomes = await Promise.all(healthy.map((each) => settler.settle(each, [deliveryOf(event, 1)], leavingEffects(each))));
  expect([outcomes.flat().map(({ kind }) => kind), ended]).toEqual([healthy.map(() => 'ack'), 0]);
  expect((await Promise.all(hung)).flat().map(({ kind }) => kind)).toEqual(hanging.map(() => 'retry'));
  await small.close();
});

test('an event that failed before and dies with its process is not charged for that, and runs alone from then on', async () => {
  const { settler } = settlingOn(toy.database);
  const [reaction, killer] = [fresh(), fresh()];
  const event = wire(newId(), 1);
  await settler.settle(reaction, [deliveryOf(event, 1)], () => Promise.reject(new Error('not yet')));
  // What a process that dies here leaves behind.
  let left: unknown;
  const dies: InvokeReaction = async () => {
    left = await toy.database.query('SELECT n, open FROM attempt WHERE consumer = $1', [reaction.durable]);
    throw Object.assign(new Error('gone'), { code: '57P01' });
  };
  await settler.settle(reaction, [deliveryOf(event, 2)], dies);
  expect(left).toEqual([{ n: 1, open: true }]);

  await toy.database.query('UPDATE attempt SET open = true WHERE consumer = $1', [reaction.durable]);
  const order: string[] = [];
  const says =
    (name: string): InvokeReaction =>
    async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push(`${name} ends`);
    };
  await Promise.all([
    settler.settle(killer, [deliveryOf(event, 2)], says('one')),
    settler.settle(reaction, [deliveryOf(event, 3)], says('other')),
  ]);
  expect([order[1], order[3]]).toEqual([order[0]!.replace('begins', 'ends'), order[2]!.replace('begins', 'ends')]);
});

test('a handler that is given up has its transaction closed to it, counts, and lets the others’ attempts go on', async () => {
  const { settler } = settlingOn(toy.database);
  const [hanging, healthy] = [fresh(), fresh()];
  const event = wire(newId(), 1);
  let afterwards: unknown;
  const givenUp: InvokeReaction = async (_, tx) => {
    const never = new Promise<void>((resolve) => setTimeout(resolve, 300)).then(() =>
      (tx as Transaction).send('SELECT 1'),
    );
    never.catch((error: unknown) => (afterwards = error));
    await new Promise((_resolve, reject) => setTimeout(() => reject(new Error('overdue')), 100));
  };
  const [hung, applied] = await Promise.all([
    settler.settle(hanging, [deliveryOf(event, 2)], givenUp),
    settler.settle(healthy, [deliveryOf(event, 2)], leavingEffects(healthy)),
  ]);
  expect([hung, applied]).toMatchObject([[{ kind: 'retry' }], [{ kind: 'ack' }]]);
  expect(await attemptsOf(hanging.durable)).toEqual([{ n: 2 }]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(afterwards).toMatchObject({ message: expect.stringContaining('the transaction has ended') });
});
