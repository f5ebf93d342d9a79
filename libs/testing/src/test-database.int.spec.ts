import { Client } from 'pg';
import { testDatabase } from './index';

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

let prepared = 0;
const template = 'spec_of_testing';
const prepare = async (adminUrl: string): Promise<void> => {
  prepared++;
  await ask(adminUrl, `CREATE TABLE note (words text); INSERT INTO note VALUES ('漏水')`);
};

test('each database is a copy of a template that is made once', async () => {
  const [first, second] = await Promise.all([
    testDatabase({ template, prepare }),
    testDatabase({ template, prepare }),
  ]);
  await ask(first.adminUrl, 'DELETE FROM note');
  expect(await ask(first.adminUrl, 'SELECT words FROM note')).toEqual([]);
  expect(await ask(second.adminUrl, 'SELECT words FROM note')).toEqual([{ words: '漏水' }]);
  expect(prepared).toBe(1);
  await Promise.all([first.drop(), second.drop()]);
  await expect(ask(first.adminUrl, 'SELECT 1')).rejects.toThrow(/does not exist/);
});

test('a template that failed is made again', async () => {
  const failing = testDatabase({
    template: 'spec_failing',
    prepare: () => Promise.reject(new Error('half-way')),
  });
  await expect(failing).rejects.toThrow('half-way');
  const database = await testDatabase({ template: 'spec_failing', prepare });
  expect(await ask(database.adminUrl, 'SELECT words FROM note')).toHaveLength(1);
});

test('it is PostgreSQL 18, knows Chinese words, and a role logs in with its password', async () => {
  const database = await testDatabase();
  await ask(
    database.adminUrl,
    `CREATE EXTENSION pg_trgm; DROP ROLE IF EXISTS spec_role; CREATE ROLE spec_role LOGIN PASSWORD 'x'`,
  );
  const url = database.urlFor('spec_role', 'x');
  expect(
    await ask(url, `SELECT current_user, current_setting('server_version_num')::int / 10000 AS major`),
  ).toEqual([{ current_user: 'spec_role', major: 18 }]);
  expect(await ask(url, `SELECT cardinality(show_trgm('漏水')) AS n`)).toEqual([{ n: 3 }]);
  await expect(ask(database.urlFor('spec_role', 'y'), 'SELECT 1')).rejects.toThrow(
    /password authentication failed/,
  );
});
