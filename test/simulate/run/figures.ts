type Query = <R>(sql: string, params: unknown[]) => Promise<R[]>;

interface Counted {
  what: string;
  n: number;
}

type Asked = readonly [title: string, sql: string];

/** Of one table, where rows of a site have a state. */
const inStates = (title: string, table: string, what = 'state'): Asked => [title, `SELECT ${what} AS what, count(*)::int AS n FROM ${table} WHERE site_id = $1 GROUP BY 1`];

/** One line for each thing that was done, as the office has it: `contacts: 120 (answered 60, …)`. */
const byState: readonly Asked[] = [
  inStates('contacts', 'reception.contact'),
  ['conversions', 'SELECT converted_to AS what, count(*)::int AS n FROM reception.contact WHERE site_id = $1 AND converted_to IS NOT NULL GROUP BY 1'],
  [
    'hand-overs',
    `SELECT coalesce(outcome, 'waiting') AS what, count(*)::int AS n FROM reception.hand_over h JOIN reception.contact c ON c.id = h.contact_id
     WHERE c.site_id = $1 GROUP BY 1`,
  ],
  inStates('phone notes', 'reception.phone_note'),
  inStates('visitors', 'reception.visitor'),
  inStates('repair requests', 'tickets.repair_request'),
  inStates('complaints', 'complaints.complaint'),
  [
    'decisions',
    `SELECT data ->> 'decision' AS what, count(*)::int AS n FROM complaints.ledger WHERE type = 'complaints.complaint-decided.v1' AND site_id = $1 GROUP BY 1`,
  ],
  ['rounds', `SELECT 'after ' || round - 1 || ' disputes' AS what, count(*)::int AS n FROM complaints.complaint WHERE site_id = $1 GROUP BY round`],
  [
    'complaints among them',
    `SELECT what, count(*)::int AS n FROM complaints.complaint c, LATERAL (VALUES
       (CASE WHEN cardinality(major_because) > 0 THEN 'major' END), (CASE WHEN extension_told_at IS NOT NULL THEN 'extended' END),
       (CASE WHEN cardinality(about_person_ids) > 0 THEN 'about somebody' END), (CASE WHEN unlawful THEN 'unlawful' END), (CASE WHEN hotline_number IS NOT NULL THEN 'of a hotline' END),
       (CASE WHEN (SELECT count(*) FROM complaints.complainant k WHERE k.complaint_id = c.id) > 1 THEN 'of several complainants' END)) AS v (what)
     WHERE site_id = $1 AND what IS NOT NULL GROUP BY 1`,
  ],
  inStates('suggestions', 'complaints.suggestion'),
  inStates('follow-ups', 'followups.follow_up'),
  inStates('notices', 'notifications.notice'),
  [
    'notices told',
    `SELECT channel AS what, count(*)::int AS n FROM notifications.notice_recipient r JOIN notifications.notice n ON n.id = r.notice_id WHERE n.site_id = $1 GROUP BY 1
     UNION ALL SELECT 'slips', count(*)::int FROM notifications.notice_slip s JOIN notifications.notice n ON n.id = s.notice_id WHERE n.site_id = $1
     UNION ALL SELECT 'read', count(*)::int FROM notifications.notice_reader a JOIN notifications.notice n ON n.id = a.notice_id WHERE n.site_id = $1`,
  ],
];

const ofPapers: readonly Asked[] = [
  inStates('incoming documents', 'documents.incoming_document'),
  inStates('outgoing documents', 'documents.outgoing_document'),
  inStates('record proposals', 'archives.record_proposal', `source_type || ' ' || state`),
  inStates('records', 'archives.record', `coalesce(source_type, 'registered by hand')`),
  inStates('loans', 'archives.loan', `form || ' ' || state`),
  inStates('copies of records', 'archives.record_copy'),
  inStates('stocktakes', 'archives.stocktake'),
  inStates('destructions', 'archives.destruction'),
  inStates('hand-overs of records', 'archives.hand_over'),
  inStates('months of the archives', 'archives.archive_month'),
];

/** In every schema that keeps clocks. */
const inClocks = (schema: string): string =>
  `SELECT l.outcome AS what, count(*)::int AS n FROM ${schema}.deadline_level l JOIN ${schema}.deadline d ON d.id = l.deadline_id WHERE d.site_id = $1 GROUP BY 1`;

/** What the office has of a site, a line for each thing of which it has any. */
export async function figuresOf(query: Query, siteId: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [title, sql] of [...byState, ...ofPapers]) {
    const counted = await query<Counted>(sql, [siteId]);
    if (counted.length > 0) lines.push(lineOf(title, counted));
  }
  const schemas = await query<{ schema: string }>(`SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'deadline' ORDER BY 1`, []);
  const levels: Counted[] = [];
  for (const { schema } of schemas) levels.push(...(await query<Counted>(inClocks(schema), [siteId])).map(({ what, n }) => ({ what: `${schema} ${what}`, n })));
  const ledgers = await query<{ schema: string }>(`SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'ledger' ORDER BY 1`, []);
  const events = await query<Counted>(ledgers.map(({ schema }) => `SELECT '${schema}' AS what, count(*)::int AS n FROM ${schema}.ledger WHERE site_id = $1`).join(' UNION ALL '), [siteId]);
  return [...lines, lineOf('levels of escalation', levels), lineOf('events', events)];
}

export function lineOf(title: string, counted: readonly Counted[]): string {
  const sum = counted.reduce((all, { n }) => all + n, 0);
  const parts = counted
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || a.what.localeCompare(b.what))
    .map(({ what, n }) => `${what} ${n}`);
  return `${title}: ${sum}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}
