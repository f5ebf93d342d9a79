import type { FieldCipher } from '@property-office/access';
import { demoSiteCode } from '@property-office/directory';
import { seedDemoDesk, type DemoDesk } from '@property-office/reception';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';

/** What the desk of the demonstration works with, as directory's demonstration has made it. */
const people = `
  SELECT jsonb_build_object(
    'siteId', (SELECT id FROM place WHERE kind = 'site' AND code = '${demoSiteCode}'),
    'homeId', (SELECT home_id FROM tie t JOIN account a ON a.person_id = t.person_id WHERE a.login = 'resident' LIMIT 1),
    'desk', (SELECT person_id FROM account WHERE login = 'desk'),
    'lead', (SELECT person_id FROM account WHERE login = 'lead'),
    'clerk', (SELECT person_id FROM account WHERE login = 'clerk'),
    'resident', (SELECT person_id FROM account WHERE login = 'resident'),
    'grants', (SELECT jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'role', role, 'siteId', site_id, 'from', starts_at, 'until', ends_at))
               FROM role_grant WHERE role <> 'resident')) AS desk`;

/** DEMO=1: a desk at work for an empty reception, where directory holds its demonstration. */
export async function openDemoDesk(
  configuration: PlatformConfiguration,
  databaseUrlOf: (service: string) => string,
  fieldCipher: FieldCipher,
): Promise<void> {
  if (!configuration.demo.enabled) return;
  const directory = await connected('directory', databaseUrlOf);
  const reception = await connected('reception', databaseUrlOf);
  try {
    const [row] = await directory.query<{ desk: DemoDesk }>(people);
    const { desk } = row!;
    if (Object.values(desk).every((value) => value !== null)) await seedDemoDesk({ database: reception, fieldCipher }, desk);
  } finally {
    await directory.close();
    await reception.close();
  }
}
