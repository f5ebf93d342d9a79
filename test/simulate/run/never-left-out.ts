type Query = <R>(sql: string, params: unknown[]) => Promise<R[]>;

/** What a run has to have come to, whatever its plan and seed (W2.3). */
export interface CameTo {
  hotlines: number;
  extensions: number;
}

export async function cameTo(query: Query, siteId: string): Promise<CameTo> {
  const [row] = await query<CameTo>(
    `SELECT count(*) FILTER (WHERE hotline_number IS NOT NULL AND hotline_deadline > due_at)::int AS hotlines,
            count(*) FILTER (WHERE extension_told_at IS NOT NULL)::int AS extensions
     FROM complaints.complaint WHERE site_id = $1`,
    [siteId],
  );
  return row!;
}

/** What is wrong with a run in which that never happened: it has shown nothing of it. */
export function neverHappened({ hotlines, extensions }: CameTo): string[] {
  return [
    ...(hotlines === 0 ? ['no complaint of the hotline with a date of ours before its own'] : []),
    ...(extensions === 0 ? ['no extension that the complainant was told of'] : []),
  ];
}
