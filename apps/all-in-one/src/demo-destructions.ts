import { seedDemoDestructions, seedDemoHandOvers, seedDemoStocktakes, type DemoDestructions } from '@property-office/archives';
import type { Seals } from '@property-office/audit';
import type { Role } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';

const logins = ['clerk', 'director', 'lead', 'deputy', 'company'];
const people = 'SELECT login, person_id AS id FROM account WHERE login = ANY ($1)';
const grants = 'SELECT id AS "grantId", person_id AS "personId", role, site_id AS "siteId", starts_at AS "from", ends_at AS until FROM role_grant WHERE person_id = ANY ($1)';

/** Appraisals, destruction lists, stocktakes and hand-overs in their states, by the people of directory's demonstration. */
export async function showDemoDestructions(directory: Database, archives: Database, seals: Seals, siteId: string): Promise<void> {
  const found = await directory.query<{ login: string; id: string }>(people, [logins]);
  if (found.length < logins.length) return;
  const persons = Object.fromEntries(found.map(({ login, id }) => [login, id])) as DemoDestructions['persons'];
  const held = await directory.query<DemoDestructions['grants'][number] & { role: Role } & Record<string, unknown>>(grants, [Object.values(persons)]);
  const demo = { siteId, persons, grants: held };
  await seedDemoDestructions(archives, demo);
  await seedDemoStocktakes(archives, demo);
  await seedDemoHandOvers(archives, seals, demo);
}
