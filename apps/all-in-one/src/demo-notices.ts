import { demoSiteCode } from '@property-office/directory';
import { openStore, seedDemoPicture } from '@property-office/files';
import { seedDemoNotices, type DemoNeighbourhood } from '@property-office/notifications';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';

/** Who writes, approves and reads, and what a release finds them by, as directory's demonstration has made it. */
const neighbourhood = `
  SELECT jsonb_build_object(
    'siteId', (SELECT id FROM place WHERE kind = 'site' AND code = '${demoSiteCode}'),
    'buildingId', (SELECT h.building_id FROM tie t JOIN account a ON a.person_id = t.person_id JOIN place h ON h.id = t.home_id WHERE a.login = 'resident' LIMIT 1),
    'clerk', (SELECT person_id FROM account WHERE login = 'clerk'),
    'lead', (SELECT person_id FROM account WHERE login = 'lead'),
    'dutyOfficer', (SELECT person_id FROM account WHERE login = 'deputy'),
    'resident', (SELECT person_id FROM account WHERE login = 'resident'),
    'copies', jsonb_build_object(
      'places', (SELECT jsonb_agg(jsonb_build_object('id', id, 'site_id', site_id, 'kind', kind, 'parent_id', parent_id, 'building_id', building_id,
                   'label', label, 'label_en', label_en, 'time_zone', time_zone)) FROM place),
      'ties', (SELECT jsonb_agg(jsonb_build_object('tie_id', id, 'person_id', person_id, 'home_id', home_id, 'starts_at', starts_at, 'ends_at', ends_at)) FROM tie),
      'accounts', (SELECT jsonb_agg(jsonb_build_object('account_id', id, 'person_id', person_id, 'closed', closed_at IS NOT NULL)) FROM account),
      'grants', (SELECT jsonb_agg(jsonb_build_object('grant_id', id, 'person_id', person_id, 'role', role, 'site_id', site_id, 'starts_at', starts_at, 'ends_at', ends_at))
                 FROM role_grant))) AS found`;

/** DEMO=1: notices in their states for an office that has none, where directory holds its demonstration. */
export async function openDemoNotices(configuration: PlatformConfiguration, databaseUrlOf: (service: string) => string): Promise<void> {
  if (!configuration.demo.enabled) return;
  const directory = await connected('directory', databaseUrlOf);
  const notifications = await connected('notifications', databaseUrlOf);
  const files = await connected('files', databaseUrlOf);
  try {
    const [row] = await directory.query<{ found: Omit<DemoNeighbourhood, 'pictureId'> }>(neighbourhood);
    const { found } = row!;
    if (Object.values(found).some((value) => value === null)) return;
    if ((await notifications.query('SELECT 1 FROM notice LIMIT 1')).length > 0) return;
    const pictureId = await seedDemoPicture(files, openStore(configuration), found.clerk);
    await seedDemoNotices(notifications, { ...found, pictureId });
  } finally {
    await directory.close();
    await notifications.close();
    await files.close();
  }
}
