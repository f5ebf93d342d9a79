import { rowsStatement, type Transaction } from '@property-office/persistence';
import type { Right } from './access-condition';

/** A person, crew or home that something is tied to. */
export type Subject = `person:${string}` | `crew:${string}` | `home:${string}`;

/** Whoever has something in hand: a crew, and one of its people once they are named. */
export function crewAndPerson({ crewId, technicianId }: { crewId: string | null; technicianId: string | null }): Subject[] {
  return [...(crewId ? [`crew:${crewId}` as const] : []), ...(technicianId ? [`person:${technicianId}` as const] : [])];
}

export interface AccessGrant {
  objectId: string;
  siteId: string;
  subject: Subject;
  right: Right;
  /**
   * Id of the aggregate the tie follows from, when it is not the object itself: a crew may see a request because of
   * each of several work orders, and the versions of different aggregates cannot be compared.
   */
  source?: string;
  /** Version of that aggregate in the event that said so. */
  sourceVersion: number;
  /** The instant it ends; null or absent: open. */
  until?: Date | null;
}

interface AccessRow {
  object_id: string;
  site_id: string;
  subject: string;
  right: Right;
  source: string;
  source_version: number;
  until: Date | null;
}

const upsert = rowsStatement<AccessRow>(
  'access_upsert',
  `
  INSERT INTO object_access AS kept (object_id, site_id, subject, "right", source, source_version, until)
  SELECT * FROM json_to_recordset($1)
    AS tie (object_id uuid, site_id uuid, subject text, "right" text, source uuid, source_version int, until timestamptz)
  ON CONFLICT (object_id, subject, "right", source) DO UPDATE
    SET site_id = excluded.site_id, source_version = excluded.source_version, until = excluded.until
    WHERE excluded.source_version > kept.source_version`,
  {
    key: ({ object_id, subject, right, source }) => [object_id, subject, right, source].join(' '),
    of: (earlier, later) => (later.source_version > earlier.source_version ? later : earlier),
  },
);

/**
 * Ties an object to a subject, unless something newer of the same source is already known: events may come late, twice
 * or in any order.
 */
export function grantAccess(tx: Transaction, grant: AccessGrant): void {
  write(tx, grant, grant.until ?? null);
}

/**
 * Ends a tie now. The row stays with its version, so that an older grant that arrives late changes nothing.
 */
export function revokeAccess(tx: Transaction, grant: Omit<AccessGrant, 'until'>): void {
  write(tx, grant, tx.now);
}

function write(tx: Transaction, grant: Omit<AccessGrant, 'until'>, until: Date | null): void {
  const { objectId, siteId, subject, right, source = objectId, sourceVersion } = grant;
  tx.gather(upsert, { object_id: objectId, site_id: siteId, subject, right, source, source_version: sourceVersion, until });
}
