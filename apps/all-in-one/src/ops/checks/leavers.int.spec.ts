import { directory } from '@property-office/directory';
import { newId } from '@property-office/kernel';
import { prepareDatabase } from '@property-office/persistence';
import { testDatabase } from '@property-office/testing';
import { Client } from 'pg';
import type { CheckContext } from './check';
import { leavers } from './leavers';

let database: Client;
let drop: () => Promise<void>;
let person: string;
const site = newId();

beforeAll(async () => {
  const own = await testDatabase({
    template: 'directory_for_checks',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [directory.schema], roleSecret: 'spec' }),
  });
  drop = own.drop;
  database = new Client({ connectionString: own.adminUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await drop();
});
beforeEach(async () => {
  await database.query('DELETE FROM directory.account; DELETE FROM directory.role_grant');
  person = newId();
  await database.query(
    `INSERT INTO directory.person (id, name, search_text, search_words, version, created_at, changed_at) VALUES ($1, '某人', '', '{}', 1, now(), now())`,
    [person],
  );
});

const day = (n: number | null) => (n === null ? null : new Date(Date.now() + n * 86_400_000));
const account = (closed: number | null) =>
  database.query(`INSERT INTO directory.account (id, person_id, login, version, opened_at, closed_at) VALUES ($1, $2, $3, 1, '2020-01-01', $4)`, [newId(), person, newId(), day(closed)]);
const found = () => leavers.run({ database } as CheckContext);

/** @param granted, from, until in days from now */
async function role(name: string, granted: number, from: number, until: number | null): Promise<void> {
  const id = newId();
  await database.query('INSERT INTO directory.role_grant (id, person_id, role, starts_at, ends_at, version) VALUES ($1, $2, $3, $4, $5, 1)', [id, person, name, day(from), day(until)]);
  await database.query(
    `INSERT INTO directory.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
     VALUES ($1, 'directory.role-granted.v1', 'role-grant', $2, 1, $3, $4, $4, $5, 'operator', '{}')`,
    [newId(), id, site, day(granted), newId()],
  );
}

it('finds what somebody who left still is, or is to be', async () => {
  await account(-5);
  await role('director', -10, -10, null);
  await role('clerk', -10, 10, 20);
  expect(await found()).toEqual([`person ${person} has left and is clerk of the company`, `person ${person} has left and is director of the company`]);
});

it('finds nothing of what ended or was called off, of who has another account, and of what they were given after they left', async () => {
  await account(-5);
  await role('director', -10, -10, -5);
  await role('clerk', -10, 10, 10);
  await role('desk', -2, -2, null);
  expect(await found()).toEqual([]);
  await role('desk-lead', -10, -10, null);
  expect(await found()).toHaveLength(1);
  await account(null);
  expect(await found()).toEqual([]);
});

it('finds nothing of who never had an account, as the people of a contractor', async () => {
  await role('technician', -10, -10, null);
  expect(await found()).toEqual([]);
});
