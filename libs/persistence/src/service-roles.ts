import { createHmac } from 'node:crypto';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { actRole, appRole, ownerRole, type ServiceSchema } from './service-schema';

/** The URL a role of ours signs in with on the server and database of `adminUrl`. */
export function databaseUrlFor(adminUrl: string, role: string, roleSecret: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = passwordOf(role, roleSecret);
  return url.toString();
}

/** Creates what is missing of a service's roles, its schema, and what the one may do with the other's tables. */
export async function createRolesAndSchema(
  admin: Client,
  { service, actRoles = [] }: Pick<ServiceSchema, 'service' | 'actRoles'>,
  roleSecret: string,
): Promise<void> {
  const owner = escapeIdentifier(ownerRole(service));
  const app = escapeIdentifier(appRole(service));
  const schema = escapeIdentifier(service);
  for (const role of [ownerRole(service), appRole(service)]) await createRole(admin, role, roleSecret);
  // Where the administrator is no superuser: the roles are its own, but it may not yet act as them.
  const { rows } = await admin.query<{ acts: boolean }>(
    `SELECT pg_has_role(current_user, $1, 'SET') AND pg_has_role(current_user, $1, 'USAGE') AS acts`,
    [ownerRole(service)],
  );
  if (!rows[0]!.acts) await admin.query(`GRANT ${owner} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`);
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${schema}`;
  await admin.query(`
    CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner};
    GRANT USAGE ON SCHEMA ${schema} TO ${app};
    ${defaults} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
    ${defaults} GRANT USAGE, SELECT ON SEQUENCES TO ${app};
  `);
  for (const act of actRoles) await createActRole(admin, actRole(service, act), { owner, schema });
}

/** Its owner alone may make functions that run as it; the running role is never a member. */
async function createActRole(admin: Client, role: string, { owner, schema }: { owner: string; schema: string }): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const name = escapeIdentifier(role);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${name} NOLOGIN`);
  await admin.query(`GRANT ${name} TO ${owner} WITH INHERIT FALSE, SET TRUE; GRANT USAGE ON SCHEMA ${schema} TO ${name}`);
}

async function createRole(admin: Client, role: string, roleSecret: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await admin.query(
    `${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(passwordOf(role, roleSecret))}`,
  );
}

function passwordOf(role: string, secret: string): string {
  return createHmac('sha256', secret).update(role).digest('base64url');
}
