type Query = <R>(sql: string, params: unknown[]) => Promise<R[]>;

/** What a run has to have come to, whatever its plan and seed (W2.3); where papers are in its plan, of those too (W4.4–W4.6). */
export interface CameTo {
  hotlines: number;
  extensions: number;
  merged: number;
  takenBack: number;
  stocktakes: number;
  destructions: number;
  handOvers: number;
  months: number;
}

export async function cameTo(query: Query, siteId: string): Promise<CameTo> {
  const [row] = await query<CameTo>(
    `SELECT count(*) FILTER (WHERE hotline_number IS NOT NULL AND hotline_deadline > due_at)::int AS hotlines,
            count(*) FILTER (WHERE extension_told_at IS NOT NULL)::int AS extensions,
            count(*) FILTER (WHERE state = 'merged')::int AS merged,
            (SELECT count(*)::int FROM complaints.ledger WHERE site_id = $1 AND type = 'complaints.complaint-unmerged.v1') AS "takenBack",
            (SELECT count(*)::int FROM archives.stocktake WHERE site_id = $1 AND state = 'closed') AS stocktakes,
            (SELECT count(*)::int FROM archives.destruction WHERE site_id = $1 AND state = 'certified') AS destructions,
            (SELECT count(*)::int FROM archives.hand_over WHERE site_id = $1 AND state = 'handed-over') AS "handOvers",
            (SELECT count(*)::int FROM archives.archive_month WHERE site_id = $1 AND state = 'closed') AS months
     FROM complaints.complaint WHERE site_id = $1`,
    [siteId],
  );
  return row!;
}

/** What is wrong with a run in which that never happened: it has shown nothing of it. */
export function neverHappened(came: CameTo, withPapers: boolean): string[] {
  return Object.entries({ ...always, ...(withPapers && ofPapers) }).flatMap(([what, never]) => (came[what as keyof CameTo] === 0 ? [never] : []));
}

const always: Partial<Record<keyof CameTo, string>> = {
  hotlines: 'no complaint of the hotline with a date of ours before its own',
  extensions: 'no extension that the complainant was told of',
  merged: 'no complaint that was merged into another',
  takenBack: 'no merge of complaints that was taken back',
};
const ofPapers: Partial<Record<keyof CameTo, string>> = {
  stocktakes: 'no stocktake that was closed',
  destructions: 'no destruction with its certificate',
  handOvers: 'no hand-over that all three have signed',
  months: 'no month of the archives that was closed',
};
