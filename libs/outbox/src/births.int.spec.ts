import { newId } from '@property-office/kernel';
import { reactionSpec, type ReactionPast, type ReactionSpec } from '@property-office/messaging';
import { Births, rolloutMinutes } from './births';
import { openToy, type Toy } from './fixtures/toy-schema';

let toy: Toy;
beforeAll(async () => void (toy = await openToy()));
afterAll(() => toy.close());

let named = 0;
const skipping = (order: 'any' | 'strict' = 'any', version = 1, name = `born${++named}`): ReactionSpec =>
  reactionSpec({ durable: `outbox-toy__${name}_v${version}`, events: 'tickets.*', order, replay: 'skip' });
const past = (oldestMinutes: number | undefined, lastSeq = 7, durableExists = false): ReactionPast => ({
  durableExists: async () => durableExists,
  stream: async () => ({
    lastSeq,
    oldestEvent: oldestMinutes === undefined ? undefined : new Date(Date.now() - oldestMinutes * 60_000),
  }),
});
const births = () => new Births(toy.database);
const ageOf = async ({ durable }: ReactionSpec) =>
  Math.round((Date.now() - (await births().sinceOf(durable))!.getTime()) / 60_000);

test('on a stream with a past it begins now and behind it; decided once, for every process', async () => {
  const reaction = skipping();
  expect(await births().of(reaction, past(rolloutMinutes + 1))).toEqual({ fromSeq: 8 });
  const since = await births().sinceOf(reaction.durable);
  expect(await ageOf(reaction)).toBe(0);
  expect(await births().of(reaction, past(undefined, 0))).toEqual({});
  expect(await births().sinceOf(reaction.durable)).toEqual(since);
});

test('two processes that decide at the same time decide the same', async () => {
  const reaction = skipping('strict');
  const starts = await Promise.all(Array.from({ length: 6 }, () => births().of(reaction, past(90))));
  expect(starts.every(({ ledger }) => ledger === 'all')).toBe(true);
  expect(starts.some(({ fromSeq }) => fromSeq === 8)).toBe(true);
});

test.each([
  ['of the same roll-out', past(rolloutMinutes - 1)],
  ['not there', past(undefined, 0)],
])('where all there is to hear is %s, it hears all of that', async (_, young) => {
  const reaction = skipping();
  expect(await births().of(reaction, young)).toEqual({});
  expect(await ageOf(reaction)).toBe(rolloutMinutes);
});

test('a reaction that was there before births were written down goes on as it was', async () => {
  const [known, received] = [skipping(), skipping()];
  expect(await births().of(known, past(90, 7, true))).toEqual({});
  await toy.database.query('INSERT INTO inbox VALUES ($1, $2, clock_timestamp())', [received.durable, newId()]);
  expect(await births().of(received, past(90))).toEqual({});
  for (const { durable } of [known, received])
    expect((await births().sinceOf(durable))!.getTime()).toBeLessThanOrEqual(0);
});

test('a new version inherits what the one before it has had, and its date', async () => {
  const one = skipping('strict');
  await births().of(one, past(90));
  const [aggregate, parked] = [newId(), newId()];
  await toy.asAdmin(
    `INSERT INTO inbox SELECT $1, gen_random_uuid(), clock_timestamp() FROM generate_series(1, 21000)`,
    [one.durable],
  );
  await toy.asAdmin(`INSERT INTO reaction_position VALUES ($1, $2, 5)`, [one.durable, aggregate]);
  await toy.asAdmin(`INSERT INTO parked VALUES ($1, $2, $3, 9, 'x', clock_timestamp())`, [one.durable, parked, aggregate]);
  const two = skipping('strict', 2, one.durable.split('__')[1]!.replace('_v1', ''));
  expect(await births().of(two, past(90))).toEqual({});
  expect(await births().sinceOf(two.durable)).toEqual(await births().sinceOf(one.durable));
  const copied = await toy.asAdmin(
    `SELECT (SELECT count(*)::int FROM inbox WHERE consumer = $1) AS inbox,
            (SELECT version FROM reaction_position WHERE consumer = $1) AS version,
            (SELECT event_id FROM parked WHERE consumer = $1) AS parked`,
    [two.durable],
  );
  expect(copied).toEqual([{ inbox: 21_000, version: 5, parked }]);
});
