import { seedDemoRecords, type DemoArchives } from '@property-office/archives';
import { handlingTrails } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';

/** Who has to do with archives, as directory's demonstration has made them. */
const people = `
  SELECT (SELECT id FROM place WHERE kind = 'site' AND code = 'YG') AS "siteId", (SELECT person_id FROM account WHERE login = 'clerk') AS clerk,
    (SELECT person_id FROM account WHERE login = 'director') AS director`;

const filed = (table: 'incoming' | 'outgoing'): string => `
  SELECT l.event_id AS "eventId", l.aggregate_id AS "documentId", l.actor_id AS "filedBy", l.happened_at AS "happenedAt", l.data, d.title
  FROM ledger l JOIN ${table}_document d ON d.id = l.aggregate_id WHERE l.type = 'documents.${table}-filed.v1' AND l.site_id = $1 ORDER BY l.seq LIMIT 1`;

/** DEMO=1: records and proposals in their states for an office that has none, of what was filed in documents' demonstration. */
export async function openDemoRecords({ demo }: PlatformConfiguration, databaseUrlOf: (service: string) => string): Promise<void> {
  if (!demo.enabled) return;
  const directory = await connected('directory', databaseUrlOf);
  const documents = await connected('documents', databaseUrlOf);
  const archives = await connected('archives', databaseUrlOf);
  try {
    const [who] = await directory.query<Pick<DemoArchives, 'siteId' | 'clerk' | 'director'> & Record<string, unknown>>(people);
    const { siteId, clerk, director } = who!;
    if (!siteId || !clerk || !director) return;
    const [incoming, outgoing] = [await firstFiled<DemoArchives['incoming']>(documents, 'incoming', siteId), await firstFiled<DemoArchives['outgoing']>(documents, 'outgoing', siteId)];
    if (incoming && outgoing) await seedDemoRecords(archives, { siteId, clerk, director, incoming, outgoing });
  } finally {
    await directory.close();
    await documents.close();
    await archives.close();
  }
}

async function firstFiled<F extends DemoArchives['incoming' | 'outgoing']>(documents: Database, table: 'incoming' | 'outgoing', siteId: string): Promise<F | undefined> {
  const [row] = await documents.query<Omit<F, 'matter'> & { title: string } & Record<string, unknown>>(filed(table), [siteId]);
  if (!row) return undefined;
  const { title, ...found } = row;
  const { documentId: id, data } = found as unknown as F;
  const trail = (await handlingTrails(documents, [id])).get(id)!;
  const unknown = { responsibleParty: null, documentNumber: data.number, pages: null, copies: null, text: null };
  return { ...found, matter: { id, title, ...unknown, paper: true, confidentiality: data.confidentiality, attachmentIds: data.attachmentIds, trail } } as unknown as F;
}
