import { FieldCipher, newFieldKeyFile, type FieldKeyFile } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { testDatabase, type TestDatabase } from '@property-office/testing';
import { Client, type QueryResultRow } from 'pg';
import { damagedIn, outdatedIn, resealColumn, type SealedColumn } from './sealed-columns';

const [before, after] = [newFieldKeyFile(), newFieldKeyFile()];
const rotated: FieldKeyFile = { keys: [...after.keys, ...before.keys] };
const [old, cipher] = [new FieldCipher(before), new FieldCipher(rotated)];
const phones: SealedColumn = { table: 'person', key: 'id', column: 'phone', field: 'p', indexes: (plain, by) => ({ phone_index: by.blindIndex('p', plain), names: [by.blindIndex('n', plain), by.blindIndex('n', plain.slice(0, 3))] }) };
let own: TestDatabase;
let client: Client;
const database = { query: async <R extends QueryResultRow>(sql: unknown, params?: unknown[]): Promise<R[]> => (await client.query<R>(sql as string, params)).rows };

beforeEach(async () => {
  own = await testDatabase({ template: 'sealed_columns', prepare: async () => undefined });
  client = new Client({ connectionString: own.adminUrl });
  await client.connect();
  await client.query(`CREATE TABLE person (id uuid PRIMARY KEY, phone text, phone_index text, names text[] NOT NULL DEFAULT '{}', version integer NOT NULL DEFAULT 1)`);
});
afterEach(async () => {
  await client.end();
  await own.drop();
});

const numberOf = (n: number) => `138${String(n).padStart(8, '0')}`;
async function people(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await client.query('INSERT INTO person VALUES ($1, $2, $3)', [newId(), old.encrypt('p', numberOf(n)), old.blindIndex('p', numberOf(n))]);
  await client.query('INSERT INTO person (id) VALUES ($1)', [newId()]);
}
const opened = async (): Promise<string[]> => (await client.query<{ phone: string }>('SELECT phone FROM person WHERE phone IS NOT NULL ORDER BY id')).rows.map(({ phone }) => cipher.decrypt('p', phone));

it('seals every value under the new key with its indexes, and changes nothing else of a row', async () => {
  await people(430);
  expect(await outdatedIn(database, phones, cipher)).toBe(430);
  const whole = await opened();
  expect(await resealColumn(database, phones, cipher)).toBe(430);
  expect([await outdatedIn(database, phones, cipher), await opened()]).toEqual([0, whole]);
  const { rows } = await client.query<{ phone_index: string; names: string[]; version: number }>('SELECT phone_index, names, version FROM person WHERE phone_index = ANY ($1)', [[cipher.blindIndex('p', numberOf(7))]]);
  expect(rows).toEqual([{ phone_index: cipher.blindIndex('p', numberOf(7)), names: [cipher.blindIndex('n', numberOf(7)), cipher.blindIndex('n', '138')], version: 1 }]);
  // Nothing needs the old key any more.
  expect(await new FieldCipher(after).decrypt('p', (await client.query<{ phone: string }>('SELECT phone FROM person WHERE phone IS NOT NULL ORDER BY id LIMIT 1')).rows[0]!.phone)).toBe(whole[0]);
  expect(await resealColumn(database, phones, cipher)).toBe(0);
});

it('goes on where it was interrupted', async () => {
  await people(30);
  const whole = await opened();
  let left = 12;
  const interrupted = resealColumn(database, phones, cipher, () => {
    if (--left === 0) throw new Error('killed');
  });
  await expect(interrupted).rejects.toThrow('killed');
  expect([await outdatedIn(database, phones, cipher), await opened()]).toEqual([18, whole]);
  expect(await resealColumn(database, phones, cipher)).toBe(18);
  expect([await outdatedIn(database, phones, cipher), await opened()]).toEqual([0, whole]);
});

it('leaves what cannot be opened as it is, names it, and seals all others', async () => {
  await people(430);
  const { rows } = await client.query<{ id: string; phone: string }>('SELECT id, phone FROM person WHERE phone IS NOT NULL ORDER BY id');
  const [first, keyless, last] = [rows[0]!, rows[200]!, rows[429]!];
  for (const { id } of [first, last]) await client.query(`UPDATE person SET phone = phone || 'AAAA' WHERE id = $1`, [id]);
  await client.query('UPDATE person SET phone = $2 WHERE id = $1', [keyless.id, new FieldCipher(newFieldKeyFile()).encrypt('p', '1')]);
  expect(await resealColumn(database, phones, cipher)).toBe(427);
  // One whose key is with another process is not given up.
  expect([await outdatedIn(database, phones, cipher), await damagedIn(database, phones, cipher)]).toEqual([3, [first.id, last.id]]);
  await client.query('UPDATE person SET phone = $2 WHERE id = $1', [first.id, first.phone]);
  expect([await resealColumn(database, phones, cipher), await damagedIn(database, phones, cipher)]).toEqual([1, [last.id]]);
});

it('never takes back what somebody changed meanwhile', async () => {
  await people(1);
  const [id] = (await client.query<{ id: string }>('SELECT id FROM person WHERE phone IS NOT NULL')).rows.map((row) => row.id);
  const racing = {
    query: async <R extends QueryResultRow>(sql: unknown, params?: unknown[]): Promise<R[]> => {
      // Between reading and writing, an office that has not heard of the new key.
      if (String(sql).startsWith('UPDATE')) await client.query('UPDATE person SET phone = $2, phone_index = $3 WHERE id = $1 AND version = 1', [id, old.encrypt('p', numberOf(9)), old.blindIndex('p', numberOf(9))]);
      return database.query<R>(sql, params);
    },
  };
  expect(await resealColumn(racing, phones, cipher)).toBe(0);
  expect(await opened()).toEqual([numberOf(9)]);
  expect(await resealColumn(database, phones, cipher)).toBe(1);
  expect(await opened()).toEqual([numberOf(9)]);
});
