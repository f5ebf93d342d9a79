import { appRole, Database, databaseUrlFor, prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { startPrivateServers, waitFor } from '@property-office/testing';
import { connectPatiently } from './connect-patiently';

const schema: ServiceSchema = { service: 'patient', entities: [], migrations: [], poolSize: 1 };
const roleSecret = 'spec';

test('a starting service waits for a database that is away, says so once, and goes on', async () => {
  const { postgres, remove } = await startPrivateServers();
  const opened: Database[] = [];
  const open = (secret: string) => {
    const database = new Database(schema, databaseUrlFor(postgres.url, appRole(schema.service), secret));
    opened.push(database);
    return database;
  };
  try {
    await prepareDatabase({ adminUrl: postgres.url, schemas: [schema], roleSecret });
    await postgres.stop();
    const lines: string[] = [];
    const database = open(roleSecret);
    const connecting = connectPatiently(database, (line) => lines.push(line), { between: 50 });
    await waitFor(() => lines.length === 1, { what: 'it to say that it waits' });
    await postgres.start();
    await connecting;
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(lines).toEqual([expect.stringMatching(/^waiting for the database of patient: /)]);

    const wrong = connectPatiently(open('another'), () => undefined);
    await expect(wrong).rejects.toThrow(/password authentication failed/);

    await postgres.stop();
    await expect(connectPatiently(open(roleSecret), () => undefined, { patience: 200, between: 50 })).rejects.toThrow(/ECONNREFUSED|ENOENT|does not exist/);
  } finally {
    await Promise.all(opened.map((each) => each.close()));
    await remove();
  }
}, 60_000);
