import { demoSiteCode } from '@property-office/directory';
import { seedDemoPapers, type DemoPapers } from '@property-office/documents';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';

/** Who has to do with papers, as directory's demonstration has made them. */
const people = `
  SELECT jsonb_build_object(
    'siteId', (SELECT id FROM place WHERE kind = 'site' AND code = '${demoSiteCode}'),
    'clerk', (SELECT person_id FROM account WHERE login = 'clerk'),
    'director', (SELECT person_id FROM account WHERE login = 'director'),
    'lead', (SELECT person_id FROM account WHERE login = 'lead'),
    'desk', (SELECT person_id FROM account WHERE login = 'desk'),
    'grants', (SELECT jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'role', role, 'siteId', site_id, 'from', starts_at, 'until', ends_at))
               FROM role_grant WHERE role <> 'resident')) AS papers`;

/** DEMO=1: mail and documents in their states for an office that has none, where directory holds its demonstration. */
export async function openDemoPapers({ demo }: PlatformConfiguration, databaseUrlOf: (service: string) => string): Promise<void> {
  if (!demo.enabled) return;
  const directory = await connected('directory', databaseUrlOf);
  const documents = await connected('documents', databaseUrlOf);
  try {
    const [row] = await directory.query<{ papers: DemoPapers }>(people);
    const { papers } = row!;
    if (Object.values(papers).every((value) => value !== null)) await seedDemoPapers(documents, papers);
  } finally {
    await directory.close();
    await documents.close();
  }
}
