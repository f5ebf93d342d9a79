import { newId } from '@property-office/kernel';
import { outboxMigrations } from '@property-office/outbox';
import { appRole, Database, databaseUrlFor, isInfrastructureError, prepareDatabase } from '@property-office/persistence';
import { patientLimits, testDatabase, type TestDatabase } from '@property-office/testing';
import { Client } from 'pg';
import { cancelTimer, cancelTimersOf, setTimer, timerMigrations, TimerLoop, type Timer } from './index';

const schema = { service: 'timertoy', entities: [], migrations: [...outboxMigrations, ...timerMigrations], poolSize: 5 };
const roleSecret = 'spec';
const minute = 60_000;

describe('timers', () => {
  let test: TestDatabase;
  let database: Database;
  let admin: Client;
  let fired: Timer[];
  const warnings: string[] = [];

  const loopWith = (action: (timer: Timer) => Promise<void> | void, on = database): TimerLoop => {
    const loop = new TimerLoop(on, { warn: (line) => warnings.push(line) });
    loop.on('reminder', (_, timer) => action(timer));
    return loop;
  };
  const recording = (): TimerLoop => loopWith((timer) => void fired.push(timer));
  const set = (fireKey: string, inMs: number, aggregateId = newId()): Promise<void> =>
    database.transaction(async (tx) =>
      setTimer(tx, { kind: 'reminder', aggregateId, fireKey, dueAt: new Date(tx.now.getTime() + inMs) }),
    );
  const forward = (ms: number) => admin.query(`UPDATE platform.test_clock SET ahead = ahead + $1 * interval '1 millisecond'`, [ms]);

  beforeEach(async () => {
    test = await testDatabase({
      template: 'timers',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }),
    });
    database = new Database(schema, databaseUrlFor(test.adminUrl, appRole('timertoy'), roleSecret), patientLimits);
    await database.connect();
    admin = new Client({ connectionString: test.adminUrl });
    await admin.connect();
    fired = [];
    warnings.length = 0;
  });

  afterEach(async () => {
    await admin.end();
    await database.close();
    await test.drop();
  });

  it('fires when due, never early, oldest first', async () => {
    await set('second', 20 * minute);
    await set('first', 10 * minute);
    const loop = recording();
    await forward(9 * minute);
    expect(await loop.fireDue()).toBe(0);
    await forward(12 * minute);
    expect(await loop.fireDue()).toBe(2);
    expect(fired.map(({ fireKey }) => fireKey)).toEqual(['first', 'second']);
  });

  it('fires a key once, however often it is set and however many loops run (I8)', async () => {
    await admin.query('CREATE TABLE timertoy.effect (fire_key text); GRANT ALL ON timertoy.effect TO timertoy_app');
    await Promise.all(Array.from({ length: 40 }, (_, i) => set(`key-${i}`, 0)));
    const loops = Array.from({ length: 3 }, () => {
      const loop = new TimerLoop(database, { warn: (line) => warnings.push(line) });
      loop.on('reminder', (tx, { fireKey }) => tx.send('INSERT INTO effect VALUES ($1)', [fireKey]));
      return loop;
    });
    await Promise.all(loops.map((loop) => loop.fireDue()));
    await set('key-0', 0);
    await Promise.all(loops.map((loop) => loop.fireDue()));
    const { rows } = await admin.query('SELECT count(*)::int AS effects, count(DISTINCT fire_key)::int AS keys FROM timertoy.effect');
    expect(rows).toEqual([{ effects: 40, keys: 40 }]);
  });

  it('moves a timer that is set again and forgets a cancelled one', async () => {
    const aggregateId = newId();
    await set('moved', minute);
    await set('moved', 30 * minute);
    await set('cancelled', minute);
    await set('of the aggregate', minute, aggregateId);
    await database.transaction(async (tx) => {
      cancelTimer(tx, 'cancelled');
      cancelTimersOf(tx, aggregateId);
    });
    await forward(5 * minute);
    const loop = recording();
    expect(await loop.fireDue()).toBe(0);
    await forward(30 * minute);
    await loop.fireDue();
    expect(fired.map(({ fireKey }) => fireKey)).toEqual(['moved']);
  });

  it('is not set when the transaction that sets it fails', async () => {
    await expect(
      database.transaction(async (tx) => {
        setTimer(tx, { kind: 'reminder', aggregateId: newId(), fireKey: 'rolled back', dueAt: tx.now });
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await recording().fireDue()).toBe(0);
  });

  it('a failing timer undoes what it did, lets the others through and is tried again', async () => {
    await set('failing', 0);
    await set('healthy', 0);
    let broken = true;
    const loop = loopWith((timer) => {
      if (timer.fireKey === 'failing' && broken) throw new Error('not now');
      fired.push(timer);
    });
    await loop.fireDue();
    expect(fired.map(({ fireKey }) => fireKey)).toEqual(['healthy']);
    expect(warnings).toHaveLength(1);
    broken = false;
    await database.query(`UPDATE timer SET retry_at = clock_timestamp() WHERE fire_key = 'failing'`);
    await loop.fireDue();
    expect(fired.map(({ fireKey }) => fireKey)).toEqual(['healthy', 'failing']);
  });

  it.each([
    ['takes too long each time', { statementMs: 200 }],
    ['is never answered, as the client sees it', { answerMs: 200 }],
    ['waits for a lock it never gets', { statementMs: 250 }],
  ])('one whose statement %s does not stop the others', async (what, limits) => {
    const hasty = new Database(schema, databaseUrlFor(test.adminUrl, appRole('timertoy'), roleSecret), { acquireMs: 2_000, statementMs: 10_000, answerMs: 12_000, idleInTransactionMs: 30_000, ...limits });
    await hasty.connect();
    await set('poisoned', 0);
    await set('healthy', 0);
    await admin.query('CREATE TABLE timertoy.aggregate (id int); GRANT ALL ON timertoy.aggregate TO timertoy_app');
    await admin.query('BEGIN; LOCK TABLE timertoy.aggregate IN ACCESS EXCLUSIVE MODE');
    const loop = new TimerLoop(hasty, { warn: (line) => warnings.push(line) });
    loop.on('reminder', async (tx, timer) => {
      fired.push(timer);
      if (timer.fireKey === 'poisoned') await tx.query(what.includes('lock') ? 'SELECT * FROM aggregate' : 'SELECT pg_sleep(1)');
    });
    await loop.fireDue();
    await admin.query('ROLLBACK');
    expect(fired.map(({ fireKey }) => fireKey)).toEqual(['poisoned', 'healthy']);
    expect(await database.query('SELECT fire_key, status, attempts FROM timer ORDER BY fire_key')).toEqual([
      { fire_key: 'healthy', status: 'fired', attempts: 0 },
      { fire_key: 'poisoned', status: 'set', attempts: 1 },
    ]);
    await hasty.close();
  });

  it('counts nothing while the database is away, and fires when it is back', async () => {
    await set('waiting', 0);
    const own = new Database(schema, databaseUrlFor(test.adminUrl, appRole('timertoy'), roleSecret), patientLimits);
    await own.connect();
    let away = true;
    const loop = new TimerLoop(own, { warn: (line) => warnings.push(line) });
    loop.on('reminder', async (_, timer) => {
      if (away) await own.close();
      fired.push(timer);
    });
    expect(isInfrastructureError(await loop.fireDue().catch((error: unknown) => error))).toBe(true);
    away = false;
    await own.connect();
    expect(await loop.fireDue()).toBe(1);
    expect(await database.query('SELECT status, attempts FROM timer')).toEqual([{ status: 'fired', attempts: 0 }]);
    await own.close();
  });

  it('says how late it is', async () => {
    const loop = recording();
    expect(await loop.lateness()).toBe(0);
    await set('late', 0);
    await forward(minute);
    expect(await loop.lateness()).toBeGreaterThanOrEqual(60);
    await loop.fireDue();
    expect(await loop.lateness()).toBe(0);
  });
});
