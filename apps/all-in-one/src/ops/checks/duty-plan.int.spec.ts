import { directory } from '@property-office/directory';
import { newId } from '@property-office/kernel';
import { prepareDatabase } from '@property-office/persistence';
import { testDatabase } from '@property-office/testing';
import { Client } from 'pg';
import type { CheckContext } from './check';
import { dutyPlan } from './duty-plan';

let database: Client;
let drop: () => Promise<void>;
const people = [newId(), newId(), newId()];
const site = newId();

beforeAll(async () => {
  const own = await testDatabase({
    template: 'directory_for_checks',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [directory.schema], roleSecret: 'spec' }),
  });
  drop = own.drop;
  database = new Client({ connectionString: own.adminUrl });
  await database.connect();
  await database.query(
    `INSERT INTO directory.place (id, site_id, kind, code, name_zh, label, label_en, time_zone, search_text, search_words, version, created_at, changed_at)
     VALUES ($1, $1, 'site', 'A', '甲', '甲', 'A', 'Asia/Shanghai', '', '{}', 1, now(), now())`,
    [site],
  );
  for (const id of people)
    await database.query(
      `INSERT INTO directory.person (id, name, search_text, search_words, version, created_at, changed_at)
       VALUES ($1, '某人', '', '{}', 1, now(), now())`,
      [id],
    );
});
afterAll(async () => {
  await database.end();
  await drop();
});
beforeEach(() => database.query('DELETE FROM directory.duty; DELETE FROM directory.superior; DELETE FROM directory.delegation'));

const found = async () => (await Promise.all(dutyPlan.map((check) => check.run({ database } as CheckContext)))).flat();
const insert = (table: string, columns: string, values: unknown[], from: number, until: number | null) =>
  database.query(
    `INSERT INTO directory.${table} (id, ${columns}, starts_at, ends_at, version, created_at)
     SELECT gen_random_uuid(), ${values.map((_, i) => `$${i + 3}`).join(', ')}, '2026-11-01'::date + $1::int, '2026-11-01'::date + $2::int, 1, now()`,
    [from, until, ...values],
  );

it('finds two duties of one person at a time, and none where one follows the other', async () => {
  const duty = (from: number, until: number) => insert('duty', 'site_id, person_id, role', [site, people[0], 'desk'], from, until);
  await duty(1, 2);
  await duty(2, 3);
  await duty(2, 2);
  expect(await found()).toEqual([]);
  await duty(1, 3);
  expect(await found()).toHaveLength(2);
});

it('finds two deputies of one turn', async () => {
  const deputy = (id: string, turn: number) =>
    insert('delegation', 'person_id, deputy_id, kind, turn', [people[0], id, 'duty', turn], 1, 5);
  await deputy(people[1]!, 1);
  await deputy(people[2]!, 2);
  expect(await found()).toEqual([]);
  await deputy(people[2]!, 1);
  expect(await found()).toHaveLength(2);
});

it('finds a circle of superiors, and none where its lines share no moment', async () => {
  const line = (of: number, is: number, from: number, until: number | null) =>
    insert('superior', 'person_id, superior_id', [people[of], people[is]], from, until);
  await line(0, 1, 1, 5);
  await line(1, 2, 1, null);
  await line(2, 0, 5, null);
  expect(await found()).toEqual([]);
  await line(2, 0, 3, 4);
  expect((await found()).filter((each) => each.includes('answers for themselves'))).toHaveLength(3);
});
