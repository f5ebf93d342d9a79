import { rowsStatement, type Transaction } from '@property-office/persistence';
import type { Right } from './access-condition';
import type { Subject } from './object-access';

/** What ties follow from: an aggregate, such as a work order, that is about the object. */
export interface TieSource {
  objectId: string;
  siteId: string;
  source: string;
  /** Version of that aggregate in the event that said so. */
  sourceVersion: number;
}

export interface AccessTie {
  subject: Subject;
  right: Right;
}

interface KeptRow {
  object_id: string;
  site_id: string;
  source: string;
  source_version: number;
  at: Date;
  ties: readonly AccessTie[];
}

const keep = rowsStatement<KeptRow>(
  'access_keep',
  `WITH given AS MATERIALIZED (
     SELECT * FROM json_to_recordset($1)
       AS given (object_id uuid, site_id uuid, source uuid, source_version int, at timestamptz, ties json)),
   ended AS (
     UPDATE object_access AS kept SET until = given.at, source_version = given.source_version FROM given
     WHERE kept.object_id = given.object_id AND kept.source = given.source AND kept.source_version < given.source_version
       AND (kept.until IS NULL OR kept.until > given.at)
       AND NOT EXISTS (SELECT 1 FROM json_to_recordset(given.ties) AS tie (subject text, "right" text)
                       WHERE tie.subject = kept.subject AND tie."right" = kept."right"))
   INSERT INTO object_access AS kept (object_id, site_id, subject, "right", source, source_version)
   SELECT given.object_id, given.site_id, tie.subject, tie."right", given.source, given.source_version
   FROM given, json_to_recordset(given.ties) AS tie (subject text, "right" text)
   ON CONFLICT (object_id, subject, "right", source) DO UPDATE
     SET site_id = excluded.site_id, source_version = excluded.source_version, until = NULL
     WHERE excluded.source_version > kept.source_version`,
  {
    key: ({ object_id, source }) => `${object_id} ${source}`,
    of: (earlier, later) => (later.source_version > earlier.source_version ? later : earlier),
  },
);

/**
 * Makes these the only ties that follow from a source; all others of it end now, whoever they were for: an event need not
 * name who had it before. Only for reactions of order `latest` or `strict`: an older event, heard later, would tie again.
 */
export function keepAccess(tx: Transaction, { objectId, siteId, source, sourceVersion }: TieSource, ties: readonly AccessTie[]): void {
  tx.gather(keep, { object_id: objectId, site_id: siteId, source, source_version: sourceVersion, at: tx.now, ties });
}
