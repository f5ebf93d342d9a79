import { ContractError, parseEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { isUniqueViolation, type Transaction } from '@property-office/persistence';
import { change, openToy, toyEvent, type Toy } from './fixtures/toy-schema';
import { Ledger } from './ledger';
import { ledgerColumns, toWireEvent, type LedgerRow } from './ledger-entry';

let toy: Toy;
beforeAll(async () => {
  toy = await openToy();
});
afterAll(() => toy.close());

const entriesOf = (aggregateId: string) =>
  toy.database.query<LedgerRow & { pending: boolean } & Record<string, unknown>>(
    `SELECT ${ledgerColumns}, EXISTS (SELECT 1 FROM outbox_pending p WHERE p.seq = ledger.seq AND p.event_id = ledger.event_id) AS pending
     FROM ledger WHERE aggregate_id = $1 ORDER BY seq`,
    [aggregateId],
  );

test('an event, its change and its outbox row are committed together', async () => {
  const id = newId();
  const eventId = newId();
  const forPersonId = newId();
  const traced = new Ledger({
    traceparent: () => '00-11111111111111111111111111111111-2222222222222222-01',
    committed: () => undefined,
  });
  let now: Date | undefined;
  await toy.database.transaction(async (tx) => {
    now = tx.now;
    traced.append(
      tx,
      toyEvent(id, 1, { id: eventId, actor: { personId: newId(), role: 'desk', forPersonId } }),
    );
  });
  const [entry, ...more] = await entriesOf(id);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ event_id: eventId, recorded_at: now, actor_for: forPersonId, pending: true });
  const onTheWire = toWireEvent(entry!);
  expect(onTheWire).toMatchObject({
    id: eventId,
    source: '/tickets',
    subject: id,
    aggregateversion: 1,
    actorfor: forPersonId,
  });
  expect(parseEvent(new TextEncoder().encode(JSON.stringify(onTheWire)))).toEqual(onTheWire);
});

test('a rollback leaves neither, and wakes nobody', async () => {
  const id = newId();
  let woken = 0;
  toy.onCommitted(() => (woken += 1));
  await expect(
    toy.database.transaction(async (tx) => {
      await change(tx, toy.ledger, id);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await entriesOf(id)).toEqual([]);
  expect(woken).toBe(0);
  await toy.database.transaction((tx) => change(tx, toy.ledger, id));
  expect(woken).toBe(1);
});

test('a version taken by somebody else fails the whole transaction', async () => {
  const id = newId();
  await toy.database.transaction(async (tx) => toy.ledger.append(tx, toyEvent(id, 1)));
  const twin = toy.database.transaction(async (tx) => {
    tx.send('INSERT INTO request (id, version) VALUES ($1, 1)', [id]);
    toy.ledger.append(tx, toyEvent(id, 1));
  });
  expect(await twin.catch((error: unknown) => isUniqueViolation(error, 'ledger_aggregate_version'))).toBe(
    true,
  );
  expect(await entriesOf(id)).toHaveLength(1);
  expect(await toy.database.query('SELECT 1 FROM request WHERE id = $1', [id])).toEqual([]);
});

test('there is no way in without a transaction, nor with one that has ended', async () => {
  let kept: Transaction | undefined;
  await toy.database.transaction(async (tx) => void (kept = tx));
  const id = newId();
  expect(() => toy.ledger.append(kept!, toyEvent(id, 1))).toThrow(/has ended/);
  // @ts-expect-error a database is no transaction
  expect(() => toy.ledger.append(toy.database, toyEvent(id, 1))).toThrow(/not a function/);
  expect(await entriesOf(id)).toEqual([]);
});

test('what its contract does not allow, or a stream would not take, is refused before anything is written', async () => {
  const id = newId();
  const append = (data: object) =>
    toy.database.transaction(async (tx) => toy.ledger.append(tx, toyEvent(id, 1, { data: data as never })));
  const { data } = toyEvent(id, 1);
  await expect(append({ ...data, urgent: 'very' })).rejects.toBeInstanceOf(ContractError);
  await expect(
    append({ ...data, attachmentIds: Array.from({ length: 6_000 }, () => newId()) }),
  ).rejects.toThrow(/bytes of data/);
  expect(await entriesOf(id)).toEqual([]);
});

test('the running role can neither change nor remove what happened', async () => {
  const id = newId();
  await toy.database.transaction((tx) => change(tx, toy.ledger, id));
  for (const sql of [
    `UPDATE ledger SET data = '{}'`,
    'DELETE FROM ledger',
    'TRUNCATE ledger',
    'ALTER TABLE ledger DROP CONSTRAINT ledger_aggregate_version',
    'DROP TABLE ledger',
    'CREATE TRIGGER t BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'SELECT * FROM ledger FOR UPDATE',
  ]) {
    await expect(toy.database.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
  expect(await entriesOf(id)).toHaveLength(1);
});

test('an event of a type this version does not know is published as it stands', () => {
  const row = {
    type: 'tickets.repair-forgotten.v9',
    recorded_at: new Date(0),
    happened_at: new Date(0),
  } as unknown as LedgerRow;
  expect(toWireEvent(row)).toMatchObject({ type: 'tickets.repair-forgotten.v9', source: '/tickets' });
});
