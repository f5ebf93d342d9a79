import { Database } from '@property-office/persistence';
import { services } from './services';

/** A service's database before the service runs, for what an office begins with. Whoever asks for it closes it. */
export async function connected(service: string, databaseUrlOf: (service: string) => string): Promise<Database> {
  const { schema } = services.find(({ name }) => name === service)!;
  const database = new Database({ ...schema, poolSize: 2 }, databaseUrlOf(service));
  await database.connect();
  return database;
}
