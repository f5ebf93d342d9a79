import { appRole, Database, databaseUrlFor, prepareDatabase, type ServiceSchema } from '@property-office/persistence';
import { patientLimits, testDatabase, type TestDatabase } from '@property-office/testing';

/** The same for all specs of a run: database roles belong to the server they share. */
const roleSecret = 'spec';

export interface SpecDatabase extends TestDatabase {
  /** The service's own way in; `adminUrl` is the superuser's. */
  url: string;
}

/** A service's schema, with a clock that specs move, in a database copied from one that is migrated once a run. */
export async function specDatabase(schema: ServiceSchema): Promise<SpecDatabase> {
  const own = await testDatabase({
    template: schema.service,
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }),
  });
  return { ...own, url: databaseUrlFor(own.adminUrl, appRole(schema.service), roleSecret) };
}

/** Such a database without its service, for what needs nothing else of it. */
export class OwnDatabase {
  private constructor(
    readonly database: Database,
    private readonly own: SpecDatabase,
  ) {}

  static async open(schema: ServiceSchema): Promise<OwnDatabase> {
    const own = await specDatabase(schema);
    const database = new Database(schema, own.url, patientLimits);
    await database.connect();
    return new OwnDatabase(database, own);
  }

  /** The superuser's way in. */
  get adminUrl(): string {
    return this.own.adminUrl;
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.own.drop();
  }
}
