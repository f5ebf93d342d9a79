import { Keys } from '@property-office/access';
import { appRole, databaseUrlFor, prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { createLogger, platformVariables, readConfiguration } from '@property-office/service-kit';
import { testDatabase, throwawayFolder, type TestDatabase } from '@property-office/testing';
import type { QueryRunner } from 'typeorm';
import { runServices } from './run-services';

class Tables1700000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE thing (id int)');
  }
  async down(): Promise<void> {}
}
class More1700000000001 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE thing ADD COLUMN more int');
  }
  async down(): Promise<void> {}
}
class Nothing {}

const service = 'tracking';
const roleSecret = 'spec';
let own: TestDatabase;
beforeAll(async () => {
  own = await testDatabase();
});
afterAll(() => own.drop());

it('a process whose database was prepared for the version before does not start, and says what to do', async () => {
  const schema: ServiceSchema = { service, entities: [], migrations: [Tables1700000000000], poolSize: 1 };
  await prepareDatabase({ adminUrl: own.adminUrl, schemas: [schema], roleSecret });
  const dataDir = throwawayFolder();
  const started = runServices({
    name: 'tracking',
    services: [{ name: 'tracking', schema: { ...schema, migrations: [Tables1700000000000, More1700000000001] }, module: Nothing }],
    configuration: readConfiguration({ DATA_DIR: dataDir }, platformVariables),
    log: createLogger('spec', 'silent'),
    keys: new Keys({ secretsDir: dataDir }),
    databaseUrlOf: () => databaseUrlFor(own.adminUrl, appRole(service), roleSecret),
    natsUrl: 'nats://127.0.0.1:1',
  });
  await expect(started).rejects.toThrow(`${service} lacks 1 of 2 migrations, the first is More1700000000001. Run \`ops prepare-database\``);
});
