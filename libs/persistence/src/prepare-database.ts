import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from './migrate';
import { createPlatform } from './platform-schema';
import { createRolesAndSchema } from './service-roles';
import { rolesOfSchema, type ServiceSchema } from './service-schema';

export interface PrepareOptions {
  /** A role that may create roles, schemas and extensions; the database it names is the one prepared. */
  adminUrl: string;
  schemas: ServiceSchema[];
  /** Passwords of the service roles are derived from it, so that every process given the secret finds the same ones. */
  roleSecret: string;
  /** Lets tests move `platform.now()` forward. */
  testClock?: boolean;
  /** By whoever restores a backup: nobody else may use a database that is only half filled. */
  restoring?: boolean;
  log?: (line: string) => void;
}

/** One number for "somebody is preparing this database". */
const preparationLock = 7_203_001;
/** There from the first row that a restore writes until the last was compared. */
export const restoringMarker = 'platform.restoring';

/** Raised when what is prepared besides migrations changes: grants, functions, roles. */
const preparationVersion = 2;

/**
 * Brings a database to the state this version needs: roles, schemas, `platform.now()`, migrations. One process does it
 * at a time; where nothing changed it costs two queries. @throws Error for a database that is half restored
 */
export async function prepareDatabase(options: PrepareOptions): Promise<void> {
  const { adminUrl, schemas, roleSecret, testClock = false, restoring = false, log = () => undefined } = options;
  const admin = new Client({ connectionString: adminUrl, application_name: 'property-office prepare' });
  await admin.connect();
  try {
    if (!restoring) await refuseHalfRestored(admin);
    const wanted = fingerprints(options);
    if ((await stale(admin, wanted, schemas)).size === 0) return;
    await admin.query('SELECT pg_advisory_lock($1)', [preparationLock]);
    const parts = await stale(admin, wanted, schemas);
    if (parts.has('platform')) {
      await createPlatform(admin, testClock);
      await remember(admin, 'platform', wanted);
    }
    for (const schema of schemas.filter(({ service }) => parts.has(service))) {
      await createRolesAndSchema(admin, schema, roleSecret);
      const applied = await migrate(schema, adminUrl, roleSecret);
      if (applied.length > 0)
        log(`schema ${schema.service}: applied ${applied.length} migrations up to ${applied.at(-1)}`);
      await remember(admin, schema.service, wanted);
    }
  } finally {
    await admin.end();
  }
}

/** Per part, because each process of a service prepares its own schema only. */
function fingerprints({ schemas, roleSecret, testClock = false }: PrepareOptions): Map<string, string> {
  const secret = createHash('sha256').update(roleSecret).digest('hex');
  return new Map([
    ['platform', hash([preparationVersion, testClock])],
    ...schemas.map(({ service, migrations, actRoles }): [string, string] => [
      service,
      hash([preparationVersion, secret, migrations.map(({ name }) => name), ...(actRoles ?? [])]),
    ]),
  ]);
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

async function refuseHalfRestored(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ half: boolean }>('SELECT to_regclass($1) IS NOT NULL AS half', [restoringMarker]);
  if (rows[0]!.half) throw new Error('this database was being restored from a backup and is not whole: restore it again (npm run ops -- restore)');
}

/** What has to be done. Roles are looked for too: a database restored into another server comes without them. */
async function stale(
  admin: Client,
  wanted: Map<string, string>,
  schemas: ServiceSchema[],
): Promise<Set<string>> {
  try {
    const { rows } = await admin.query<{ part: string; fingerprint: string; roles: string[] }>(
      `SELECT part, fingerprint, ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($1)) AS roles FROM platform.prepared`,
      [schemas.flatMap(rolesOfSchema)],
    );
    const known = new Map(rows.map(({ part, fingerprint }) => [part, fingerprint]));
    const roles = new Set(rows[0]?.roles);
    const missing = new Set(schemas.filter((schema) => rolesOfSchema(schema).some((role) => !roles.has(role))).map(({ service }) => service));
    return new Set(
      [...wanted.keys()].filter((part) => known.get(part) !== wanted.get(part) || missing.has(part)),
    );
  } catch (error) {
    const undefinedTableOrSchema = ['42P01', '3F000'];
    if (undefinedTableOrSchema.includes((error as { code?: string }).code ?? ''))
      return new Set(wanted.keys());
    throw error;
  }
}

async function remember(admin: Client, part: string, wanted: Map<string, string>): Promise<void> {
  await admin.query(
    `INSERT INTO platform.prepared (part, fingerprint) VALUES ($1, $2)
     ON CONFLICT (part) DO UPDATE SET fingerprint = excluded.fingerprint`,
    [part, wanted.get(part)],
  );
}
