import { newId } from '@property-office/kernel';
import { prepareDatabase } from '@property-office/persistence';
import { reception } from '@property-office/reception';
import { testDatabase } from '@property-office/testing';
import { tracking } from '@property-office/tracking';
import { Client } from 'pg';
import type { CheckContext } from './check';
import { contacts } from './contacts';

let database: Client;
let drop: () => Promise<void>;
const [contact, site, owner, offered, past] = [newId(), newId(), newId(), newId(), newId()];

beforeAll(async () => {
  const own = await testDatabase({
    template: 'contacts_for_checks',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [reception.schema, tracking.schema], roleSecret: 'spec' }),
  });
  drop = own.drop;
  database = new Client({ connectionString: own.adminUrl });
  await database.connect();
  await database.query(
    `INSERT INTO reception.contact (id, number, site_id, version, state, channel, owner_id, own_words, read_back, attachment_ids, hand_overs, offered_to, offered_at, heated,
       search_text, search_words, happened_at, last_happened_at, recorded_at, changed_at)
     VALUES ($1, 'Q-1', $2, 2, 'offered', 'call', $3, 'x', false, '{}', 1, $4, now(), false, '', '{}', now(), now(), now(), now())`,
    [contact, site, owner, offered],
  );
});
afterAll(async () => {
  await database.end();
  await drop();
});
beforeEach(() => database.query('DELETE FROM reception.object_access; DELETE FROM tracking.object_access'));

const check = contacts.find(({ id }) => id === 'I11')!;
const found = () => check.run({ database } as CheckContext);
const right = (service: string, personId: string, until: Date | null = null) =>
  database.query(`INSERT INTO ${service}.object_access (object_id, site_id, subject, "right", source, source_version, until) VALUES ($1, $2, $3, 'read', $1, 2, $4)`, [
    contact,
    site,
    `person:${personId}`,
    until,
  ]);

it.each(['reception', 'tracking'])('finds a right kept by %s of somebody a contact is offered to no more', async (service) => {
  await right(service, past);
  expect(await found()).toEqual([`${service}: person:${past} may read contact ${contact}, which they neither have nor are offered`]);
});

it('finds nothing where its owner has it, it is offered to somebody, and the rights of others have ended', async () => {
  for (const service of ['reception', 'tracking']) {
    for (const personId of [owner, offered]) await right(service, personId);
    await right(service, past, new Date(Date.now() - 60_000));
  }
  expect(await found()).toEqual([]);
});
