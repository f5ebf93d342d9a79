import { Injectable } from '@nestjs/common';
import type { ClaimedAttachment, RecordMatter } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { volumeText, volumeTitle, type NamedVolume, type VolumePaper, type VolumeStanding } from '../domain/living-volumes';
import type { LivingPapers } from '../domain/record-event';
import { paperZone } from '../domain/time-on-papers';

/** Of a living file `f` of a device: from that day on. */
export const deviceEnd = `(f.out_of_service_on::timestamp AT TIME ZONE '${paperZone}')`;
/** Of a home, the first after a paper was filed; while somebody else of its owners stays, the ownership goes on. What was called off before it began is none. */
const ownershipEnd = `(SELECT min(o.until_at) FROM ownership o WHERE o.home_id = f.subject_id AND o.until_at > e.happened_at AND o.until_at > o.from_at
  AND NOT EXISTS (SELECT 1 FROM ownership s WHERE s.home_id = o.home_id AND s.from_at < o.until_at AND (s.until_at IS NULL OR s.until_at > o.until_at)))`;

/** Entries `e` of living files that are in no volume, or in such as came back, and that are there. */
export const inNoVolume = `NOT EXISTS (SELECT 1 FROM living_volume_paper v JOIN record_proposal p ON p.source_event_id = v.event_id WHERE v.file_id = e.file_id AND v.item = e.item AND p.state <> 'returned')
  AND NOT EXISTS (SELECT 1 FROM living_paper_gone g WHERE g.file_id = e.file_id AND g.item = e.item)`;

/** Of an entry `e` of a living file `f`: `ended.at` of its ownership or device, as is known now. */
const withEnd = `CROSS JOIN LATERAL (SELECT CASE f.subject_type WHEN 'device' THEN ${deviceEnd} ELSE ${ownershipEnd} END AS at) ended`;

/** Of a living file `f`: papers that are to be closed, each with its `ended.at`. Papers of the home itself, which every owner has, stay with it; what is handed over is another body's. */
export const endedPapers = `living_file_entry e ${withEnd}
  WHERE e.file_id = f.id AND ended.at <= platform.now() AND ${inNoVolume} AND NOT EXISTS (SELECT 1 FROM handed_over h WHERE h.item_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM required_paper q WHERE f.subject_type = 'home' AND q.site_id = f.site_id AND q.subject_type = 'home' AND q.paper = e.paper AND NOT q.per_owner)`;

const gone = 'EXISTS (SELECT 1 FROM living_volume_paper l JOIN living_paper_gone g ON g.file_id = l.file_id AND g.item = l.item WHERE l.event_id = v.event_id)';

/** Of a volume `v`, which was proposed as `p`. */
const standing = `CASE WHEN EXISTS (SELECT 1 FROM record_destruction x WHERE x.record_id = p.record_id) OR ${gone} THEN 'destroyed'
  WHEN EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = p.record_id) THEN 'handed-over' WHEN p.state = 'accepted' THEN 'record' ELSE p.state END`;

/** Living files `f` worth looking through: nothing of any other has ended. */
export const mayHaveEnded = `(f.out_of_service_on IS NOT NULL OR EXISTS (SELECT 1 FROM ownership o WHERE o.home_id = f.subject_id AND o.until_at <= platform.now()))`;

export interface Volume {
  n: number;
  endedAt: Date;
  papers: number;
  standing: VolumeStanding;
  closedBy: string;
  closedAt: Date;
}

/** What is closed together: the papers of the ownership that ended first. */
export interface EndedPapers {
  endedAt: Date;
  items: number[];
  /** Of what can be opened. */
  attachmentIds: string[];
}

type ToldPaper = Omit<VolumePaper, 'happenedAt' | 'files'> & { happenedAt: string; files: ClaimedAttachment[]; byHand: boolean };
type ToldVolume = NamedVolume & { id: string; papers: ToldPaper[]; closedBy: string; closedFor: string | null; closedAs: string; happenedAt: Date; recordedAt: Date };

/** Volumes of living files, which never change: of one that came back the papers are closed again as another. */
@Injectable()
export class LivingVolumes {
  constructor(private readonly database: Database) {}

  /** Of a locked living file. @returns undefined where nothing has ended */
  async ended(tx: Transaction, fileId: string): Promise<EndedPapers | undefined> {
    const rows = await tx.query<{ item: number; at: Date; files: ClaimedAttachment[] }>(
      `SELECT t.item, t.at, t.files FROM living_file f CROSS JOIN LATERAL (SELECT e.item, e.files, ended.at, min(ended.at) OVER () AS first FROM ${endedPapers}) t
       WHERE f.id = $1 AND t.at = t.first ORDER BY t.item`,
      [fileId],
    );
    if (rows.length === 0) return undefined;
    return { endedAt: rows[0]!.at, items: rows.map(({ item }) => item), attachmentIds: idsOf(rows) };
  }

  /** The next of a locked living file. */
  async close(tx: Transaction, { actor, happenedAt }: Act, fileId: string, { endedAt, items }: EndedPapers): Promise<{ eventId: string; n: number; title: string }> {
    const [row] = await tx.query<{ n: number }>('SELECT count(*)::int + 1 AS n FROM living_volume WHERE file_id = $1', [fileId]);
    const { n } = row!;
    const eventId = derivedId('living-file-closed', fileId, String(n));
    tx.send(
      'INSERT INTO living_volume (event_id, file_id, n, ended_at, closed_by, closed_for, closed_as, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [eventId, fileId, n, endedAt, actor.personId, actor.forPersonId ?? null, actor.role, happenedAt, tx.now],
    );
    tx.send(
      `INSERT INTO living_volume_paper (file_id, item, turn, event_id)
       SELECT $1, t.item, 1 + (SELECT count(*) FROM living_volume_paper p WHERE p.file_id = $1 AND p.item = t.item), $3 FROM unnest($2::int[]) AS t (item)`,
      [fileId, items, eventId],
    );
    const [matter] = await this.matters([eventId], tx);
    return { eventId, n, title: matter!.title };
  }

  /** What a record of each keeps, by the id of the event that closed it: the list of its papers, and their files. */
  async matters(eventIds: readonly string[], on: Database | Transaction = this.database): Promise<RecordMatter[]> {
    const rows = await on.query<ToldVolume & Record<string, unknown>>(
      `SELECT v.event_id AS id, v.n, v.ended_at AS "endedAt", f.subject_type AS subject, concat_ws(' ', CASE f.subject_type WHEN 'device' THEN f.code END, coalesce(f.label, f.code)) AS name,
         v.closed_by AS "closedBy", v.closed_for AS "closedFor", v.closed_as AS "closedAs", v.happened_at AS "happenedAt", v.recorded_at AS "recordedAt",
         (SELECT jsonb_agg(jsonb_build_object('item', e.item, 'title', e.title, 'happenedAt', e.happened_at, 'files', e.files, 'byHand', e.source_event_id IS NULL) ORDER BY e.item)
          FROM living_volume_paper p JOIN living_file_entry e ON e.file_id = p.file_id AND e.item = p.item WHERE p.event_id = v.event_id) AS papers
       FROM living_volume v JOIN living_file f ON f.id = v.file_id WHERE v.event_id = ANY ($1)`,
      [eventIds],
    );
    return rows.map(matterOf);
  }

  /** The last one first. */
  of(on: Database | Transaction, fileId: string): Promise<Volume[]> {
    return on.query<Volume & Record<string, unknown>>(
      `SELECT v.n, v.ended_at AS "endedAt", v.closed_by AS "closedBy", v.happened_at AS "closedAt", ${standing} AS standing,
         (SELECT count(*)::int FROM living_volume_paper l WHERE l.event_id = v.event_id) AS papers
       FROM living_volume v JOIN record_proposal p ON p.source_event_id = v.event_id WHERE v.file_id = $1 ORDER BY v.n DESC`,
      [fileId],
    );
  }

  /** How one paper left with the record that it was closed as. @returns undefined where it is here */
  async wayOut(on: Database | Transaction, fileId: string, item: number): Promise<'destroyed' | 'handed-over' | undefined> {
    const [row] = await on.query<{ way: 'destroyed' | 'handed-over' | null }>(
      `SELECT CASE WHEN living_paper_destroyed($1, $2) THEN 'destroyed' WHEN EXISTS (SELECT 1 FROM living_volume_paper v JOIN record_proposal p ON p.source_event_id = v.event_id
         JOIN handed_over o ON o.item_id = p.record_id WHERE v.file_id = $1 AND v.item = $2) THEN 'handed-over' END AS way`,
      [fileId, item],
    );
    return row!.way ?? undefined;
  }

  /** Of these, by the events that closed them, such as can be no record any more: an end was corrected since, papers were closed anew, are destroyed or handed over. */
  async outdated(eventIds: readonly string[], on: Database | Transaction = this.database): Promise<ReadonlySet<string>> {
    if (eventIds.length === 0) return new Set();
    const rows = await on.query<{ id: string }>(
      `SELECT DISTINCT v.event_id AS id FROM living_volume v JOIN living_file f ON f.id = v.file_id JOIN living_volume_paper l ON l.event_id = v.event_id
       JOIN living_file_entry e ON e.file_id = l.file_id AND e.item = l.item ${withEnd}
       WHERE v.event_id = ANY ($1) AND (ended.at IS DISTINCT FROM v.ended_at OR ${gone} OR EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = f.id)
         OR EXISTS (SELECT 1 FROM living_volume_paper n WHERE n.file_id = l.file_id AND n.item = l.item AND n.turn > l.turn))`,
      [eventIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Living files of a site with papers that wait to be closed and whose ownership or device ended before a moment. */
  async waiting(siteId: string, before: Date): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM living_file f WHERE f.site_id = $1 AND ${mayHaveEnded} AND EXISTS (SELECT 1 FROM ${endedPapers} AND ended.at < $2)`,
      [siteId, before],
    );
    return row!.n;
  }
}

/** Of records that are destroyed, by their ids: what goes with each of the living file it was closed of. */
export async function livingPapersOf(tx: Transaction, recordIds: readonly string[]): Promise<ReadonlyMap<string, LivingPapers>> {
  const rows = await tx.query<LivingPapers & { recordId: string } & Record<string, unknown>>(
    `SELECT r.id AS "recordId", v.file_id AS "fileId", ARRAY(SELECT l.item FROM living_volume_paper l WHERE l.event_id = v.event_id ORDER BY 1) AS items, ARRAY(
       SELECT DISTINCT p.file ->> 'id' FROM living_volume_paper l JOIN living_file_entry e ON e.file_id = l.file_id AND e.item = l.item CROSS JOIN LATERAL jsonb_array_elements(e.files) AS p (file)
       WHERE l.event_id = v.event_id AND NOT EXISTS (SELECT 1 FROM living_file_entry o WHERE o.file_id = v.file_id
         AND o.files @> jsonb_build_array(jsonb_build_object('id', p.file ->> 'id')) AND NOT living_paper_destroyed(o.file_id, o.item)) ORDER BY 1) AS "attachmentIds"
     FROM record r JOIN record_proposal p ON p.id = r.proposal_id JOIN living_volume v ON v.event_id = p.source_event_id WHERE r.id = ANY ($1)`,
    [recordIds],
  );
  return new Map(rows.map(({ recordId, ...papers }) => [recordId, papers]));
}

const idsOf = (papers: ReadonlyArray<{ files: ClaimedAttachment[] }>): string[] => [...new Set(papers.flatMap(({ files }) => files.map(({ id }) => id)))];

function matterOf({ id, papers, closedBy, closedFor, closedAs, happenedAt, recordedAt, ...volume }: ToldVolume): RecordMatter {
  const step = { type: 'archives.living-file-closed.v1', happenedAt: happenedAt.toISOString(), recordedAt: recordedAt.toISOString(), actorId: closedBy, actorRole: closedAs, actorFor: closedFor };
  const listed = papers.map((paper) => ({ ...paper, happenedAt: new Date(paper.happenedAt) }));
  const unknown = { responsibleParty: null, documentNumber: null, pages: null, copies: null, confidentiality: 'internal' as const };
  // What people put in lies there on paper, too; a repair that joined by itself is a line of the list.
  return { id, title: volumeTitle(volume), ...unknown, paper: papers.some(({ byHand }) => byHand), text: volumeText(volume, listed), attachmentIds: idsOf(papers), trail: [step] };
}
