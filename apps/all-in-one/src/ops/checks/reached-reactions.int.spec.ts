import { reactionSpec } from '@property-office/messaging';
import { outboxMigrations } from '@property-office/outbox';
import { prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { testDatabase } from '@property-office/testing';
import { Client } from 'pg';
import type { CheckContext } from './check';
import { reachedReactions } from './reached-reactions';

const schemaOf = (service: string): ServiceSchema => ({
  service,
  entities: [],
  migrations: [...outboxMigrations],
  poolSize: 1,
});
const durable = 'tracking__young_v1';

it('asks of a reaction only for what was recorded since it was born', async () => {
  const own = await testDatabase({
    template: 'reached_reactions',
    prepare: (adminUrl) =>
      prepareDatabase({ adminUrl, schemas: ['tickets', 'tracking'].map(schemaOf), roleSecret: 'spec' }),
  });
  const database = new Client({ connectionString: own.adminUrl });
  await database.connect();
  try {
    for (const hours of [5, 1])
      await database.query(
        `INSERT INTO tickets.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at,
                                     recorded_at, actor_id, actor_role, data)
         SELECT gen_random_uuid(), 'tickets.repair-requested.v1', 'repair-request', gen_random_uuid(), 1, gen_random_uuid(), t, t,
                gen_random_uuid(), 'resident', '{}' FROM (SELECT platform.now() - $1 * interval '1 hour' AS t)`,
        [hours],
      );
    const reaction = reactionSpec({ durable, events: 'tickets.*', order: 'any', replay: 'skip' });
    const context: Partial<CheckContext> = { database, services: ['tickets', 'tracking'], reactions: [reaction] };
    const missing = async () => (await reachedReactions.run(context as CheckContext)).length;
    expect(await missing()).toBe(2);
    await database.query(
      `INSERT INTO tracking.reaction_birth (consumer, since, born_at) SELECT $1, at, at FROM (SELECT platform.now() - interval '3 hours' AS at)`,
      [durable],
    );
    expect(await missing()).toBe(1);
    await database.query(`UPDATE tracking.reaction_birth SET since = '-infinity'`);
    expect(await missing()).toBe(2);
  } finally {
    await database.end();
    await own.drop();
  }
});
