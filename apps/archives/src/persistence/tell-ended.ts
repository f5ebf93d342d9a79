import { systemActor, type LivingFileSubject } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { endedPapers, mayHaveEnded } from './living-volumes';

/**
 * Living files `f` of which something waits to be closed that nobody was told of, as `t`: an end after the last that was told, or papers of which
 * none waited then. What joins while others wait is found with them, and what came back from the archives its clerk hears of by that.
 */
export const untold = `living_file f LEFT JOIN living_file_told w ON w.file_id = f.id CROSS JOIN LATERAL (
    SELECT count(*)::int AS papers, max(ended.at) AS "endedAt", coalesce(bool_or(ended.at > w.ended_at), false) AS later,
      coalesce(bool_or(e.item <= w.item AND ended.at <= w.ended_at), false) AS told FROM ${endedPapers}) t
  WHERE ${mayHaveEnded} AND t.papers > 0 AND (t.later OR NOT t.told)`;

interface Untold extends Record<string, unknown> {
  siteId: string;
  type: LivingFileSubject;
  subjectId: string;
  code: string | null;
  items: number;
  times: number;
  papers: number;
  endedAt: Date;
}

/** Says of a locked living file that papers of it wait to be closed, once (W4.1). Nothing was done to it, so its version stays. */
export async function tellEnded(tx: Transaction, ledger: Ledger, id: string): Promise<void> {
  const [file] = await tx.query<Untold>(
    `SELECT f.site_id AS "siteId", f.subject_type AS type, f.subject_id AS "subjectId", f.code, f.last_item AS items, coalesce(w.version, 0) AS times, t.papers, t."endedAt" FROM ${untold} AND f.id = $1`,
    [id],
  );
  if (!file) return;
  const { siteId, type, subjectId, code, items, times, papers, endedAt } = file;
  tx.send(
    `INSERT INTO living_file_told (file_id, item, ended_at, version) VALUES ($1, $2, $3, $4)
     ON CONFLICT (file_id) DO UPDATE SET item = excluded.item, ended_at = greatest(living_file_told.ended_at, excluded.ended_at), version = excluded.version`,
    [id, items, endedAt, times + 1],
  );
  ledger.append(tx, {
    type: 'archives.living-file-ended.v1',
    aggregateId: derivedId('ended-living-file', id),
    aggregateVersion: times + 1,
    siteId,
    happenedAt: tx.now,
    actor: systemActor,
    data: { livingFileId: id, code: code ?? '', subject: { type, id: subjectId }, endedAt: endedAt.toISOString(), papers },
  });
}
