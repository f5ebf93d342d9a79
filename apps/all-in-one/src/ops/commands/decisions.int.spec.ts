import { Audit, auditMigrations } from '@property-office/audit';
import { newId } from '@property-office/kernel';
import { outboxMigrations } from '@property-office/outbox';
import { appRole, Database, databaseUrlFor, prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { patientLimits, testDatabase, type TestDatabase } from '@property-office/testing';
import type { System } from '../system';
import { deadLettersCommand } from './dead-letters.command';
import { declaredProducers, declaredServices } from './declared';
import { rebuildCommand } from './rebuild.command';
import { replayReactionCommand } from './replay-reaction.command';

const schemas = declaredServices.map((service): ServiceSchema => ({ service, entities: [], migrations: [...outboxMigrations, ...auditMigrations], poolSize: 1 }));
const roleSecret = 'spec';

let own: TestDatabase;
const opened = new Map<string, Database>();
let system: System;
let said: string[];

beforeAll(async () => {
  own = await testDatabase({ template: 'ops_decisions', prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas, roleSecret }) });
  system = {
    async schemaOf(service: string) {
      let database = opened.get(service);
      if (!database) {
        const schema = schemas.find((each) => each.service === service)!;
        opened.set(service, (database = new Database(schema, databaseUrlFor(own.adminUrl, appRole(service), roleSecret), patientLimits)));
        await database.connect();
      }
      return database;
    },
  } as System;
});
afterAll(async () => {
  for (const database of opened.values()) await database.close();
  await own.drop();
});
beforeEach(() => {
  said = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
});
afterEach(() => jest.restoreAllMocks());

/** Letters of one consumer and cause. */
async function letters(count: number): Promise<{ consumer: string; fingerprint: string; ids: string[] }> {
  const [consumer, fingerprint] = [`tracking__spec_${newId().slice(-6)}_v1`, newId().slice(-16)];
  const tracking = await system.schemaOf('tracking');
  const rows = await tracking.query<{ id: string }>(
    `INSERT INTO dead_letter (id, consumer, event_id, strict, class, fingerprint, error, payload, headers, attempts, dead_at)
     SELECT gen_random_uuid(), $1, gen_random_uuid(), false, 'exhausted', $2, 'Error: no', '', '{}', 8, clock_timestamp() FROM generate_series(1, $3)
     RETURNING id`,
    [consumer, fingerprint, count],
  );
  return { consumer, fingerprint, ids: rows.map(({ id }) => id) };
}
const trail = async (service: string, operation: string) =>
  (await system.schemaOf(service)).query(
    `SELECT actor_role, object_type, object_id, details FROM audit JOIN audit_pending ON audit_id = id WHERE operation = $1 ORDER BY at DESC, object_id`,
    [operation],
  );
const deadLetters = (...args: string[]) => deadLettersCommand.run(system, args);

test('a list is of the consumer or the cause asked for, and of all there are', async () => {
  const [many, other] = [await letters(230), await letters(1)];
  await deadLetters('list', '--consumer', many.consumer);
  expect(said.filter((line) => /^[0-9a-f]{8}-/.test(line) && line.includes(many.consumer))).toHaveLength(230);
  expect(said.at(-1)).toMatch(new RegExp(`^cause ${many.fingerprint}: 230 of ${many.consumer}, since 20\\d\\d-`));
  expect(said.join('')).not.toContain(other.consumer);
  said = [];
  await deadLetters('list', '--fingerprint', other.fingerprint);
  expect(said.filter((line) => /^[0-9a-f]{8}-/.test(line))).toEqual([expect.stringContaining(other.ids[0]!)]);
  said = [];
  await deadLetters('list', '--consumer', 'tracking__none_v1');
  expect(said).toEqual(['no dead letter is waiting\n']);
});

test('what is no id is said to be none', async () => {
  for (const verb of ['show', 'replay', 'discard', 'list'])
    await expect(deadLetters(verb, '17', '--reason', 'x')).rejects.toMatchObject({ name: 'OperatorError', message: expect.stringContaining('"17" is no id') });
});

test('a replay and a discarding stand on the audit trail: who, why, which; what changed nothing does not', async () => {
  const { consumer, fingerprint, ids } = await letters(2);
  await deadLetters('discard', ids[0]!, '--reason', 'entered by hand', '--by', 'wang');
  await deadLetters('replay', ids[1]!, '--by', 'li', '--reason', 'repaired');
  expect(await deadLetters('replay', ids[1]!, '--by', 'li')).toBe(1);
  const about = (id: string) => ({ actor_role: 'operator', object_type: 'dead-letter', object_id: id });
  expect(await trail('tracking', 'operations.discardDeadLetter')).toEqual([
    { ...about(ids[0]!), details: expect.objectContaining({ by: 'wang', reason: 'entered by hand', consumer, fingerprint }) },
  ]);
  expect(await trail('tracking', 'operations.replayDeadLetter')).toEqual([{ ...about(ids[1]!), details: expect.objectContaining({ by: 'li', reason: 'repaired' }) }]);
});

test('a decision that cannot be recorded is not made', async () => {
  const { ids } = await letters(1);
  jest.spyOn(Audit.prototype, 'record').mockImplementationOnce(() => {
    throw new Error('no trail');
  });
  await expect(deadLetters('replay', ids[0]!)).rejects.toThrow('no trail');
  const rows = await (await system.schemaOf('tracking')).query('SELECT state FROM dead_letter WHERE id = $1', [ids[0]]);
  expect(rows).toEqual([{ state: 'waiting' }]);
});

test('a rebuild of dispatch says that it is of CREWS, too, and is on the trail', async () => {
  const dispatch = await system.schemaOf('dispatch');
  await dispatch.query(`INSERT INTO stream_state (stream, epoch, created, high_water) VALUES ('DISPATCH', 1, 'x', 0), ('CREWS', 1, 'x', 0)`);
  await rebuildCommand.run(system, ['dispatch', '--by', 'wang', '--reason', 'restored from a backup']);
  expect(said.join('')).toContain('CREWS and DISPATCH of dispatch will be rebuilt');
  expect(await trail('dispatch', 'operations.rebuildStream')).toMatchObject([
    { actor_role: 'operator', details: { by: 'wang', reason: 'restored from a backup', streams: ['CREWS', 'DISPATCH'] } },
  ]);
  expect(await dispatch.query('SELECT 1 FROM stream_state WHERE created IS NOT NULL')).toEqual([]);
});

test('several are rebuilt at once, or all; none, or one that there is not, is refused before any is', async () => {
  const trailed = async () => (await Promise.all(declaredProducers.map((producer) => trail(producer, 'operations.rebuildStream')))).flat().length;
  const before = await trailed();
  await rebuildCommand.run(system, ['tickets', 'files']);
  await rebuildCommand.run(system, ['--all']);
  expect(await trailed()).toBe(before + 2 + declaredProducers.length);
  for (const [args, why] of [[[], /^which: .*tickets.*or --all/], [['--all', 'tickets'], /^which/], [['tickets', 'none'], /^"none" announces no events/]] as const)
    await expect(rebuildCommand.run(system, [...args])).rejects.toThrow(why);
  expect(await trailed()).toBe(before + 2 + declaredProducers.length);
});

test('so is the replay of a reaction', async () => {
  await replayReactionCommand.run(system, ['tracking__work_v1', '--by', 'li']);
  expect(await trail('dispatch', 'operations.replayReaction')).toMatchObject([{ details: { by: 'li', durable: 'tracking__work_v1', upTo: 0 } }]);
});

test('several reactions are replayed at once; none, one that there is not, or one with effects of its own, is refused before any is', async () => {
  const trailed = async () => (await Promise.all(declaredProducers.map((producer) => trail(producer, 'operations.replayReaction')))).flat().map(({ details }) => details.durable).sort();
  const before = await trailed();
  await replayReactionCommand.run(system, ['tracking__cases_v1', 'tracking__homes_v1']);
  const after = [...before, 'tracking__cases_v1', 'tracking__homes_v1'].sort();
  expect([...new Set(await trailed())]).toEqual([...new Set(after)]);
  const all = await trailed();
  for (const [args, why] of [[[], /^which: .*tracking__cases_v1/], [['tracking__cases_v1', 'x'], /^there is no reaction "x"/], [['tracking__cases_v1', 'dispatch__episodes_v3'], /never replayed/]] as const)
    await expect(replayReactionCommand.run(system, [...args])).rejects.toThrow(why);
  expect(await trailed()).toEqual(all);
});
