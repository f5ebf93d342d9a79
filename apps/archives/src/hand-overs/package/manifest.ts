import type { BasisRank, ClaimedAttachment, Confidentiality, HandOverScope, LivingFileSubject, Retention } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Carrier } from '../../domain/carriers';
import { descriptionColumns } from '../../persistence/descriptions';
import { inNoVolume } from '../../persistence/living-volumes';
import { officeName } from '../../persistence/office-name';
import type { HandOver } from '../persistence/hand-over.entity';
import type { Chosen } from '../persistence/hand-overs';
import { Paths, safeName } from './paths';

/** A file of the package. What people filed has the id of its attachment; sheets are what the record says of itself. */
export interface PackedFile {
  path: string;
  kind: 'file' | 'card' | 'text' | 'trail';
  name: string;
  mediaType: string;
  sha256: string;
  attachmentId?: string;
}

export interface PackedRecord {
  id: string;
  archiveNumber: string;
  oldNumber: string | null;
  category: string;
  year: number;
  office: string;
  retention: Retention;
  /** Null: for ever. */
  keptUntilYear: number | null;
  legalBasis: string;
  basisRank: BasisRank;
  title: string;
  responsibleParty: string;
  documentNumber: string | null;
  datedAt: string;
  pages: number | null;
  copies: number;
  carrier: Carrier;
  confidentiality: Confidentiality;
  confidentialUntil: string | null;
  keywords: string[];
  remarks: string | null;
  shelf: string | null;
  /** Version of its description. */
  description: number;
  /** SHA-256 over the number and the hashes of all it holds. */
  proof: string;
  files: PackedFile[];
}

export interface PackedEntry {
  item: number;
  paper: string;
  title: string;
  happenedAt: string;
  files: PackedFile[];
}

export interface PackedLivingFile {
  id: string;
  subject: LivingFileSubject;
  code: string | null;
  label: string | null;
  entries: PackedEntry[];
}

/** All that is handed over, with the hash of every file. */
export interface Manifest {
  format: 'property-office-hand-over/1';
  number: string;
  handOverId: string;
  siteId: string;
  givenBy: string;
  receivedBy: string;
  scope: HandOverScope;
  category: string | null;
  /** What part of that, as the list says; null: no more was said. */
  fromYear: number | null;
  toYear: number | null;
  subject: LivingFileSubject | null;
  buildingIds: string[] | null;
  confidential: boolean;
  listHash: string;
  approvedAt: string;
  sealedAt: string;
  records: PackedRecord[];
  livingFiles: PackedLivingFile[];
  /** What helps to read it. */
  aids: Array<{ path: string; sha256: string }>;
}

export const manifestName = 'manifest.json';
const sheetNames = { card: 'card.json', text: 'text.txt', trail: 'trail.json' } as const;
const sheetTypes = { card: 'application/json', text: 'text/plain', trail: 'application/json' } as const;

type RecordRow = Omit<PackedRecord, 'files' | 'datedAt' | 'confidentialUntil'> & { datedAt: Date; confidentialUntil: Date | null; held: Held[] } & Record<string, unknown>;
type Held = { kind: 'file'; position: number; attachmentId: string; name: string; mediaType: string; sha256: string } | { kind: 'card' | 'text' | 'trail'; sha256: string };
type LivingRow = Omit<PackedLivingFile, 'entries'> & { entries: Array<Omit<PackedEntry, 'files'> & { files: ClaimedAttachment[] }> } & Record<string, unknown>;

/** Of locked items, as they stand now; without its aids. */
export async function manifestOf(tx: Transaction, list: HandOver, { records, livingFiles }: Chosen, sealedAt: Date): Promise<Manifest> {
  const paths = new Paths();
  const { number, id: handOverId, siteId, receivingBody: receivedBy, scope, category, fromYear, toYear, subject, buildingIds, confidential, listHash } = list;
  return {
    format: 'property-office-hand-over/1',
    number,
    handOverId,
    siteId,
    givenBy: await officeName(tx, siteId),
    receivedBy,
    scope,
    category,
    fromYear,
    toYear,
    subject,
    buildingIds,
    confidential,
    listHash,
    approvedAt: list.approvedAt!.toISOString(),
    sealedAt: sealedAt.toISOString(),
    records: (await recordRows(tx, records)).map((row) => packedRecord(row, paths)),
    livingFiles: (await livingRows(tx, livingFiles)).map((row) => packedLivingFile(row, paths)),
    aids: [],
  };
}

/** Every file of it. */
export function filesIn({ records, livingFiles }: Pick<Manifest, 'records' | 'livingFiles'>): PackedFile[] {
  return [...records.flatMap(({ files }) => files), ...livingFiles.flatMap(({ entries }) => entries.flatMap(({ files }) => files))];
}

function recordRows(tx: Transaction, ids: readonly string[]): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    `SELECT r.id, r.archive_number AS "archiveNumber", r.old_number AS "oldNumber", r.category, r.year, r.office, r.retention, kept_until_year(r.id) AS "keptUntilYear",
       r.legal_basis AS "legalBasis", r.basis_rank AS "basisRank", s.shelf, r.proof, ${descriptionColumns},
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'file', 'position', f.position, 'attachmentId', f.attachment_id, 'name', f.name, 'mediaType', f.media_type, 'sha256', f.sha256)
         ORDER BY f.position) FROM record_file f WHERE f.record_id = r.id), '[]')
       || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', h.kind, 'sha256', h.sha256) ORDER BY h.kind) FROM record_sheet h WHERE h.record_id = r.id), '[]') AS held
     FROM record_state s JOIN record r ON r.id = s.id JOIN record_description d ON d.record_id = s.id AND d.version = s.description WHERE s.id = ANY ($1) ORDER BY r.archive_number`,
    [ids],
  );
}

function packedRecord({ held, datedAt, confidentialUntil, ...row }: RecordRow, paths: Paths): PackedRecord {
  const folder = `records/${safeName(row.archiveNumber)}`;
  const files = held.map((each): PackedFile => {
    if (each.kind !== 'file') return { path: paths.take(folder, sheetNames[each.kind]), kind: each.kind, name: sheetNames[each.kind], mediaType: sheetTypes[each.kind], sha256: each.sha256 };
    const { position, attachmentId, name, mediaType, sha256 } = each;
    return { path: paths.take(folder, `${position}-${safeName(name)}`), kind: 'file', name, mediaType, sha256, attachmentId };
  });
  return { ...row, datedAt: datedAt.toISOString(), confidentialUntil: confidentialUntil?.toISOString() ?? null, files };
}

/** What was closed of them is a record, and leaves as that. */
function livingRows(tx: Transaction, ids: readonly string[]): Promise<LivingRow[]> {
  return tx.query<LivingRow>(
    `SELECT f.id, f.subject_type AS subject, f.code, f.label,
       coalesce((SELECT jsonb_agg(jsonb_build_object('item', e.item, 'paper', e.paper, 'title', e.title, 'happenedAt', e.happened_at, 'files', e.files) ORDER BY e.item)
         FROM living_file_entry e WHERE e.file_id = f.id AND ${inNoVolume}), '[]') AS entries
     FROM living_file f WHERE f.id = ANY ($1) ORDER BY f.code, f.id`,
    [ids],
  );
}

function packedLivingFile({ entries, ...row }: LivingRow, paths: Paths): PackedLivingFile {
  const folder = `living-files/${row.subject}-${safeName(row.code ?? row.id)}`;
  return {
    ...row,
    entries: entries.map(({ files, happenedAt, ...entry }) => ({
      ...entry,
      happenedAt: new Date(happenedAt).toISOString(),
      files: files.map(({ id, name, mediaType, sha256 }, i) => ({ path: paths.take(folder, `${entry.item}-${i + 1}-${safeName(name)}`), kind: 'file' as const, name, mediaType, sha256, attachmentId: id })),
    })),
  };
}
