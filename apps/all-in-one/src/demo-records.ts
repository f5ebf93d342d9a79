import { seedDemoRecords, type DemoArchives } from '@property-office/archives';
import { wholeText } from '@property-office/documents';
import { demoSiteCode } from '@property-office/directory';
import { Seals } from '@property-office/audit';
import { keysOf } from '@property-office/backbone';
import { handlingTrails } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';
import { showDemoDestructions } from './demo-destructions';

/** Who has to do with archives, as directory's demonstration has made them. */
const people = `
  SELECT (SELECT id FROM place WHERE kind = 'site' AND code = '${demoSiteCode}') AS "siteId", (SELECT person_id FROM account WHERE login = 'clerk') AS clerk,
    (SELECT person_id FROM account WHERE login = 'director') AS director, (SELECT person_id FROM account WHERE login = 'lead') AS lead`;

const devices = 'SELECT id AS "placeId", label, label_en AS "labelEn", building_id AS "buildingId", device FROM place WHERE site_id = $1 AND device IS NOT NULL ORDER BY id';

const filed = (table: 'incoming' | 'outgoing'): string => `
  SELECT l.event_id AS "eventId", l.aggregate_id AS "documentId", l.actor_id AS "filedBy", l.happened_at AS "happenedAt", l.data, d.title,
    ${table === 'outgoing' ? `(SELECT jsonb_build_object('title', v.title, 'body', v.body, 'attendance', d.attendance, 'recipients', d.recipients, 'copiesTo', d.copies_to)
      FROM outgoing_version v WHERE v.document_id = d.id AND v.n = d.text_version)` : 'NULL'} AS said
  FROM ledger l JOIN ${table}_document d ON d.id = l.aggregate_id WHERE l.type = 'documents.${table}-filed.v1' AND l.site_id = $1 ORDER BY l.seq LIMIT 1`;

/** DEMO=1: records, proposals, files of devices, appraisals, destructions, stocktakes and hand-overs in their states for an office that has none, of what was filed in documents' demonstration. */
export async function openDemoRecords(configuration: PlatformConfiguration, databaseUrlOf: (service: string) => string): Promise<void> {
  if (!configuration.demo.enabled) return;
  const seals = new Seals(keysOf(configuration).auditSigning());
  const directory = await connected('directory', databaseUrlOf);
  const documents = await connected('documents', databaseUrlOf);
  const archives = await connected('archives', databaseUrlOf);
  try {
    const [who] = await directory.query<Pick<DemoArchives, 'siteId' | 'clerk' | 'director' | 'lead'> & Record<string, unknown>>(people);
    const { siteId, clerk, director, lead } = who!;
    if (!siteId || !clerk || !director || !lead) return;
    const [incoming, outgoing] = [await firstFiled<DemoArchives['incoming']>(documents, 'incoming', siteId), await firstFiled<DemoArchives['outgoing']>(documents, 'outgoing', siteId)];
    if (!incoming || !outgoing) return;
    const known = await directory.query<DemoArchives['devices'][number] & Record<string, unknown>>(devices, [siteId]);
    await seedDemoRecords(archives, { siteId, clerk, director, lead, incoming, outgoing, devices: known });
    await showDemoDestructions(directory, archives, seals, siteId);
  } finally {
    await directory.close();
    await documents.close();
    await archives.close();
  }
}

async function firstFiled<F extends DemoArchives['incoming' | 'outgoing']>(documents: Database, table: 'incoming' | 'outgoing', siteId: string): Promise<F | undefined> {
  const [row] = await documents.query<Omit<F, 'matter'> & { title: string; said: Parameters<typeof wholeText>[0] | null } & Record<string, unknown>>(filed(table), [siteId]);
  if (!row) return undefined;
  const { title, said, ...found } = row;
  const { documentId: id, data } = found as unknown as F;
  const trail = (await handlingTrails(documents, [id])).get(id)!;
  const unknown = { responsibleParty: null, documentNumber: data.number, pages: null, copies: null, text: said && wholeText(said) };
  return { ...found, matter: { id, title, ...unknown, paper: true, confidentiality: data.confidentiality, attachmentIds: data.attachmentIds, trail } } as unknown as F;
}
