import type { Transaction } from '@property-office/persistence';

/** What the directory announces of its demonstration, too: the events that bring it again change nothing. */
export interface DirectoryCopies {
  places: object[];
  ties: object[];
  accounts: object[];
  grants: object[];
}

const keeping: Readonly<Record<keyof DirectoryCopies, string>> = {
  places: `INSERT INTO notice_place SELECT * FROM json_to_recordset($1) AS copied
    (id uuid, site_id uuid, kind text, parent_id uuid, building_id uuid, label text, label_en text, time_zone text) ON CONFLICT DO NOTHING`,
  ties: `INSERT INTO notice_tie SELECT * FROM json_to_recordset($1) AS copied
    (tie_id uuid, person_id uuid, home_id uuid, starts_at timestamptz, ends_at timestamptz) ON CONFLICT DO NOTHING`,
  accounts: `INSERT INTO notice_account SELECT * FROM json_to_recordset($1) AS copied (account_id uuid, person_id uuid, closed boolean) ON CONFLICT DO NOTHING`,
  grants: `INSERT INTO role_held SELECT * FROM json_to_recordset($1) AS copied
    (grant_id uuid, person_id uuid, role text, site_id uuid, starts_at timestamptz, ends_at timestamptz) ON CONFLICT DO NOTHING`,
};

/** Whom a notice reaches is read from these, and the first ones are released before the first event comes. */
export function keepCopies(tx: Transaction, copies: DirectoryCopies): void {
  for (const [what, sql] of Object.entries(keeping)) tx.send(sql, [JSON.stringify(copies[what as keyof DirectoryCopies])]);
}
