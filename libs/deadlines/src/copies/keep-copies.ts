import { rowsStatement, statement } from '@property-office/persistence';

interface RuleRow {
  id: string;
  kind: string;
  site_id: string | null;
  content: object;
  source: object;
  effective_from: string;
  recorded_at: string;
}

/** Rows are added and never changed: in whatever order they are heard, the same rows stand there. */
export const keepRule = rowsStatement<RuleRow>(
  'office_rule_keep',
  `INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at)
   SELECT * FROM json_to_recordset($1) AS new (id uuid, kind text, site_id uuid, content jsonb, source jsonb, effective_from timestamptz, recorded_at timestamptz)
   ON CONFLICT (id) DO NOTHING`,
);
export const keepSite = statement(
  'office_site_keep',
  'INSERT INTO office_site (id, time_zone) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone',
);
export const keepRole = statement(
  'office_role_keep',
  `INSERT INTO office_role (id, person_id, role, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
);
export const keepDuty = statement(
  'office_duty_keep',
  `INSERT INTO office_duty (id, person_id, role, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, role = excluded.role, from_at = excluded.from_at, until_at = excluded.until_at`,
);
export const keepAbsence = statement(
  'office_absence_keep',
  `INSERT INTO office_absence (id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
);
export const keepDeputy = statement(
  'office_deputy_keep',
  `INSERT INTO office_deputy (id, from_person_id, to_person_id, deputy, from_at, until_at, kind) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (id) DO UPDATE SET to_person_id = excluded.to_person_id, deputy = excluded.deputy, from_at = excluded.from_at, until_at = excluded.until_at,
     kind = excluded.kind`,
);
