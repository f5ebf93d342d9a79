import { appRole } from '@property-office/persistence';
import type { Client } from 'pg';
import { declaredServices } from '../commands/declared';

/** Services whose processes are connected to the database, wherever they run: in other containers, on other machines. */
export async function whoWorks(database: Client): Promise<string[]> {
  const roles = declaredServices.map((service) => appRole(service));
  const { rows } = await database.query<{ role: string }>('SELECT DISTINCT usename AS role FROM pg_stat_activity WHERE datname = current_database() AND usename = ANY ($1)', [roles]);
  return declaredServices.filter((service) => rows.some(({ role }) => role === appRole(service)));
}
