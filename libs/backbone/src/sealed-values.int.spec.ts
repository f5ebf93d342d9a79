import { FieldCipher, newFieldKeyFile } from '@property-office/access';
import { testDatabase } from '@property-office/testing';
import { Client, type QueryResultRow } from 'pg';
import { assertSealedValuesOpen } from './sealed-values';

it('refuses data that was sealed with a key which is gone, and says what to do', async () => {
  const own = await testDatabase({ template: 'sealed_values', prepare: async () => undefined });
  const client = new Client({ connectionString: own.adminUrl });
  await client.connect();
  try {
    const query = async <R extends QueryResultRow>(sql: unknown): Promise<R[]> =>
      (await client.query<R>(sql as string)).rows;
    const services = [{ name: 'directory' as const, sealed: [{ table: 'person', key: 'id', column: 'phone', field: 'f' }] }];
    const keys = newFieldKeyFile();
    const check = (...files: ReturnType<typeof newFieldKeyFile>['keys']) =>
      assertSealedValuesOpen(services, () => ({ query }), () => new FieldCipher({ keys: files }));

    await client.query('CREATE TABLE person (phone text)');
    await check(...newFieldKeyFile().keys);
    await client.query('INSERT INTO person VALUES ($1)', [new FieldCipher(keys).encrypt('f', '13800000000')]);
    await check(...keys.keys);
    await check(...newFieldKeyFile().keys, ...keys.keys);
    await expect(check(...newFieldKeyFile().keys)).rejects.toMatchObject({ code: 'field-key-missing' });
  } finally {
    await client.end();
    await own.drop();
  }
});
