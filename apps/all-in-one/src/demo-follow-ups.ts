import { demoSiteCode } from '@property-office/directory';
import { seedDemoFollowUps, type DemoFollowUps } from '@property-office/followups';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';

/** Who follows up, as directory's demonstration has made them. */
const people = `SELECT (SELECT id FROM place WHERE kind = 'site' AND code = '${demoSiteCode}') AS "siteId", (SELECT person_id FROM account WHERE login = 'lead') AS lead`;
const closings = `SELECT aggregate_id AS "complaintId", happened_at AS "happenedAt", data FROM ledger WHERE type = 'complaints.complaint-closed.v1' AND site_id = $1 ORDER BY seq`;

/** DEMO=1: follow-ups as they go on, for an office that has none, of what was closed in complaints' demonstration. */
export async function openDemoFollowUps({ demo }: PlatformConfiguration, databaseUrlOf: (service: string) => string): Promise<void> {
  if (!demo.enabled) return;
  const directory = await connected('directory', databaseUrlOf);
  const complaints = await connected('complaints', databaseUrlOf);
  const followups = await connected('followups', databaseUrlOf);
  try {
    const [who] = await directory.query<Pick<DemoFollowUps, 'siteId' | 'lead'> & Record<string, unknown>>(people);
    const { siteId, lead } = who!;
    if (!siteId || !lead) return;
    const closed = await complaints.query<DemoFollowUps['closed'][number] & Record<string, unknown>>(closings, [siteId]);
    await seedDemoFollowUps(followups, { siteId, lead, closed });
  } finally {
    await directory.close();
    await complaints.close();
    await followups.close();
  }
}
