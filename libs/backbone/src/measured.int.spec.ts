import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKeyFile, signingKeyOf, verifyingKeysOf } from '@property-office/access';
import { AuditWatch, HeadLog } from '@property-office/audit';
import { systemActor } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { NatsConnectionProvider, Topology, type JetStreamStrategy } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { createLogger, Metrics } from '@property-office/service-kit';
import { patientLimits, testDatabase, testNats, waitFor, type TestDatabase } from '@property-office/testing';
import { Client } from 'pg';
import { bindAuditMetrics, bindMetrics } from './bind-metrics';
import { HandlingMetrics } from './handling-metrics';
import { platformMigrations } from './platform-migrations';
import { ServiceRuntime } from './service-runtime';

// What alerts ask for rises when what they are about happens.
const schema: ServiceSchema = { service: 'dispatch', entities: [], migrations: platformMigrations, poolSize: 3 };
const roleSecret = 'spec';
const key = newKeyFile('dispatch');
let own: TestDatabase;
let admin: Client;
let nats: NatsConnectionProvider;
let runtime: ServiceRuntime;
let metrics: Metrics;
let folder: string;

beforeEach(async () => {
  own = await testDatabase({ template: 'measured', prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }) });
  admin = new Client({ connectionString: own.adminUrl, options: '-c search_path=dispatch,platform' });
  await admin.connect();
  nats = new NatsConnectionProvider({ url: (await testNats()).url, name: 'measured' });
  const databaseUrl = databaseUrlFor(own.adminUrl, appRole(schema.service), roleSecret);
  runtime = new ServiceRuntime({ schema, databaseUrl, limits: patientLimits, nats, topology: new Topology(nats), log: createLogger('measured', 'silent') });
  await runtime.database.connect();
  folder = mkdtempSync(join(tmpdir(), 'measured-'));
  measureAfresh();
});
afterEach(async () => {
  await nats.close();
  await runtime.database.close();
  await admin.end();
  await own.drop();
  rmSync(folder, { recursive: true });
});

/** As a process that has just been started: figures are kept for some seconds. */
function measureAfresh(): void {
  metrics = new Metrics();
  bindMetrics(metrics, [runtime], nats, new Set(['dispatch']));
}

async function valueOf(sample: string): Promise<number | undefined> {
  const line = (await metrics.registry.metrics()).split('\n').find((each) => each.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length + 1));
}

test('events that nobody publishes wait, and grow older', async () => {
  expect([await valueOf('outbox_backlog{service="dispatch"}'), await valueOf('outbox_oldest_seconds{service="dispatch"}')]).toEqual([0, 0]);
  await runtime.database.transaction(async (tx) =>
    runtime.ledger.append(tx, {
      type: 'dispatch.work-order-released.v1',
      aggregateId: newId(),
      aggregateVersion: 1,
      siteId: newId(),
      happenedAt: tx.now,
      actor: systemActor,
      data: {
        workOrderId: newId(),
        workOrderNumber: 'W-20261123-0001',
        repairRequestId: newId(),
        repairNumber: '20261123-0001',
        episode: 1,
        technicianId: null,
        skill: 'plumbing',
        repairClass: 'P2',
        location: { kind: 'home', id: newId() },
        why: 'withdrawn',
      },
    }),
  );
  await admin.query(`UPDATE ledger SET recorded_at = recorded_at - interval '2 minutes'`);
  measureAfresh();
  expect(await valueOf('outbox_backlog{service="dispatch"}')).toBe(1);
  expect(await valueOf('outbox_oldest_seconds{service="dispatch"}')).toBeGreaterThan(119);
});

test('a relay leads from its start to its end, and nobody after it', async () => {
  const leads = () => valueOf('relay_leader{service="dispatch",stream="EVENTS_DISPATCH"}');
  nats.start();
  expect(await leads()).toBe(0);
  runtime.relay.start();
  await waitFor(async () => (await leads()) === 1, { what: 'the relay to lead' });
  await runtime.relay.stop();
  expect(await leads()).toBe(0);
  // A service that announces nothing has no leader, and is not said to lack one.
  metrics = new Metrics();
  bindMetrics(metrics, [runtime], nats, new Set());
  expect(await leads()).toBeUndefined();
});

test('what reactions could not apply is counted by what became of it', async () => {
  await admin.query(
    `INSERT INTO dead_letter (id, consumer, event_id, strict, class, fingerprint, error, payload, headers, attempts, dead_at)
     VALUES ($1, 'dispatch__x_v1', $1, false, 'exhausted', 'f', 'e', '', '{}', 9, platform.now())`,
    [newId()],
  );
  await admin.query(`INSERT INTO attempt (consumer, event_id, n, changed_at) VALUES ('dispatch__x_v1', $1, 2, platform.now())`, [newId()]);
  await admin.query(`INSERT INTO parked VALUES ('dispatch__x_v1', $1, $1, 2, NULL, platform.now())`, [newId()]);
  expect(await valueOf('dead_letters{service="dispatch",class="exhausted"}')).toBe(1);
  expect(await valueOf('dead_letters{service="dispatch",class="contract"}')).toBe(0);
  expect(await valueOf('failing_events{service="dispatch"}')).toBe(1);
  expect(await valueOf('parked_events{service="dispatch"}')).toBe(1);
});

test('a timer that did not fire is late', async () => {
  await admin.query(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES ($1, 'x', $1, 'x', platform.now() - interval '5 minutes', 'set')`, [newId()]);
  expect(await valueOf('timer_lateness_seconds{service="dispatch"}')).toBeGreaterThan(299);
});

test('rows of the version before that cannot be made good are counted, once they were tried', async () => {
  const left = () => valueOf('catch_up_rows_left{service="dispatch"}');
  runtime.catchUps.onRows<{ id: string }>('names', {
    find: (tx, after, atMost) => tx.query('SELECT id FROM timer WHERE id > $1 ORDER BY id LIMIT $2', [after, atMost]),
    keep: () => Promise.reject(new Error('damaged')),
  });
  await admin.query(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES ($1, 'x', $1, 'x', platform.now(), 'set')`, [newId()]);
  expect(await left()).toBe(0);
  await runtime.catchUps.run();
  expect(await left()).toBe(1);
});

test('a database that is away is said to be, and its figures are left out', async () => {
  expect(await valueOf('database_reachable{service="dispatch"}')).toBe(1);
  await runtime.database.close();
  measureAfresh();
  expect(await valueOf('database_reachable{service="dispatch"}')).toBe(0);
  expect(await valueOf('outbox_backlog{service="dispatch"}')).toBeUndefined();
});

test('NATS that is not connected is said to be', async () => {
  expect(await valueOf('nats_connected')).toBe(0);
  nats.start();
  await waitFor(async () => (await valueOf('nats_connected')) === 1, { what: 'NATS to be connected' });
});

test('an audit trail that somebody altered has faults, until it is as it was', async () => {
  const log = new HeadLog(folder, 'dispatch');
  const sealer = runtime.startSealing({ log, key: signingKeyOf(key) });
  const act = (operation: string) => runtime.database.transaction(async (tx) => runtime.audit.record(tx, { actor: { personId: systemActor.personId, role: 'operator' }, operation }));
  await act('first');
  await act('second');
  await waitFor(async () => (await runtime.database.query('SELECT 1 FROM audit_pending')).length === 0, { what: 'the acts to be sealed' });
  await sealer.stop();
  const said: string[] = [];
  const watch = new AuditWatch(runtime.database, { warn: (line) => said.push(line) }, { log, keys: verifyingKeysOf(key) }, { firstMs: 10, everyMs: 50, roundsOfAWhole: 2 });
  bindAuditMetrics(metrics, 'dispatch', sealer, watch);
  const faults = () => valueOf('audit_faults{service="dispatch"}');
  const alter = (from: string, to: string) => admin.query('UPDATE audit SET operation = $2 WHERE operation = $1', [from, to]);
  try {
    watch.start();
    expect(await faults()).toBe(0);
    await alter('second', 'harmless');
    await waitFor(async () => (await faults()) === 1, { what: 'the fault to be found' });
    // Found again by every whole round, said once.
    expect(said).toEqual([expect.stringContaining('"kind":"altered","seq":2')]);
    await alter('harmless', 'second');
    await waitFor(async () => (await faults()) === 0, { what: 'the trail to be found whole' });
    await act('third');
    await admin.query(`UPDATE audit SET at = at - interval '10 minutes' WHERE operation = 'third'`);
    expect(await valueOf('audit_unsealed_seconds{service="dispatch"}')).toBeGreaterThan(599);
  } finally {
    await watch.stop();
  }
});

test('a reaction that does not keep up has more and more before it', async () => {
  const durable = 'dispatch__x_v1';
  const strategy = { state: () => ({ loops: { [durable]: 'running' } }), backlog: async () => [{ durable, pending: 40, unacked: 2, redelivered: 0 }] };
  new HandlingMetrics().bindPending(metrics, strategy as unknown as JetStreamStrategy);
  expect(await valueOf(`reaction_pending{durable="${durable}"}`)).toBe(42);
});
