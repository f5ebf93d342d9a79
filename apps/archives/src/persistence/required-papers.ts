import type { EquipmentKind, LivingFileSubject } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import { deviceEnd } from './living-volumes';

/** A paper that belongs into each living file of its kind. */
export interface ListedPaper {
  /** As what it is filed. */
  paper: string;
  nameZh: string;
  nameEn: string;
  /** Wanted anew when the home has another owner. */
  perOwner: boolean;
  /** Of a device: of which kinds it is wanted; null: of all. */
  equipment: EquipmentKind[] | null;
}

/** One that belongs there, or that did. */
export interface KnownPaper extends ListedPaper {
  required: boolean;
}

/** Of a living file `f`: since when it grows no more, as it was handed over, or closed once its device was out of service, of the end that holds now; null while it grows. By the clock that the list goes by, as what is entered late was closed by the list it was entered under. */
const closedAt = `coalesce((SELECT h.happened_at FROM handed_over h WHERE h.item_id = f.id), CASE WHEN f.out_of_service_on IS NOT NULL THEN
  (SELECT min(v.recorded_at) FROM living_volume v JOIN record_proposal p ON p.source_event_id = v.event_id WHERE v.file_id = f.id AND v.ended_at = ${deviceEnd} AND p.state <> 'returned') END)`;

/** Joins to a required paper `q` what its list said of it last at a moment, as `l`: nothing where that was as it was shipped. */
const asListed = (at: string): string => `LEFT JOIN LATERAL (SELECT v.name_zh, v.name_en, v.equipment, v.required FROM required_paper_version v
  WHERE v.site_id = q.site_id AND v.subject_type = q.subject_type AND v.paper = q.paper AND v.recorded_at <= ${at} ORDER BY v.version DESC LIMIT 1) l ON true`;
const required = 'coalesce(l.required, q.shipped)';

/** Of a required paper `q` with its `l`. */
export const paperName = { zh: 'coalesce(l.name_zh, q.name_zh)', en: 'coalesce(l.name_en, q.name_en)' };

/** What belongs into a living file `f`, as `q` and `l`: by the list of today while it grows, of one that was closed by the list of then. */
export const belonging = `FROM required_paper q ${asListed(`coalesce(${closedAt}, platform.now())`)}
  WHERE q.site_id = f.site_id AND q.subject_type = f.subject_type AND ${required} AND (l.equipment IS NULL OR f.equipment = ANY (l.equipment))`;

/** As the list of a site goes today. */
export function knownPapers(on: Database | Transaction, siteId: string, subject: LivingFileSubject): Promise<KnownPaper[]> {
  return on.query<KnownPaper & Record<string, unknown>>(
    `SELECT q.paper, ${paperName.zh} AS "nameZh", ${paperName.en} AS "nameEn", q.per_owner AS "perOwner", l.equipment, ${required} AS required
     FROM required_paper q ${asListed('platform.now()')} WHERE q.site_id = $1 AND q.subject_type = $2 ORDER BY q.position`,
    [siteId, subject],
  );
}

export function listedPapers(known: readonly KnownPaper[]): ListedPaper[] {
  return known.flatMap(({ required: wanted, ...paper }) => (wanted ? [paper] : []));
}
