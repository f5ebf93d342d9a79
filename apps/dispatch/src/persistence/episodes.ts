import { Injectable } from '@nestjs/common';
import { rowsStatement, statement, type Transaction } from '@property-office/persistence';
import type { Corrections } from '../domain/corrections';
import type { EpisodeState } from '../domain/episode-steps';

export interface Episode {
  repairRequestId: string;
  episode: number;
  state: EpisodeState;
  /** In words of who cancelled, or the number it was merged into. */
  withdrawReason: string | null;
  /** Version of the request in the last cancellation or merge, or undoing of one, that was heard: an older one changes nothing. */
  decidedVersion: number;
  /** What its request was corrected to while it lasts: its orders say it, also one that is made or restored later. */
  corrections: Corrections;
}

export type EpisodeKey = Pick<Episode, 'repairRequestId' | 'episode'>;

interface EpisodeRow {
  repair_request_id: string;
  episode: number;
  state: EpisodeState;
  cancel_reason: string | null;
  decided_version: number;
  corrections: Corrections;
}

// Both in one order, so that two transactions wait for each other rather than deadlock.
const make = statement(
  'episode_make',
  `INSERT INTO episode (repair_request_id, episode, state)
   SELECT id, n, 'unheard' FROM unnest($1::uuid[], $2::int[]) AS wanted (id, n) ORDER BY id, n ON CONFLICT DO NOTHING`,
);
const lock = statement(
  'episode_lock',
  `SELECT repair_request_id, episode, state, cancel_reason, decided_version, corrections FROM episode
   WHERE (repair_request_id, episode) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))
   ORDER BY repair_request_id, episode FOR UPDATE`,
);
const keep = rowsStatement<EpisodeRow>(
  'episode_save',
  `UPDATE episode e SET state = kept.state, cancel_reason = kept.cancel_reason, decided_version = kept.decided_version, corrections = kept.corrections
   FROM json_to_recordset($1) AS kept (repair_request_id uuid, episode int, state text, cancel_reason text, decided_version int, corrections jsonb)
   WHERE e.repair_request_id = kept.repair_request_id AND e.episode = kept.episode`,
  { key: ({ repair_request_id, episode }) => `${repair_request_id} ${episode}` },
);

/** Episodes of repair requests as dispatch knows them; each is the lock of its orders. */
@Injectable()
export class Episodes {
  /** Locked until COMMIT; made where nothing was heard of it before. */
  async lock(tx: Transaction, repairRequestId: string, episode: number): Promise<Episode> {
    const key = { repairRequestId, episode };
    await this.lockAll(tx, [key]);
    return this.locked(tx).get(textOf(key))!;
  }

  /** All that a transaction is about to need: one look instead of one for each. */
  async lockAll(tx: Transaction, keys: readonly EpisodeKey[]): Promise<void> {
    const locked = this.locked(tx);
    const missing = keys.filter((key) => !locked.has(textOf(key)));
    if (missing.length === 0) return;
    const params = [missing.map(({ repairRequestId }) => repairRequestId), missing.map(({ episode }) => episode)];
    tx.send(make, params);
    for (const row of await tx.query<EpisodeRow & Record<string, unknown>>(lock, params)) {
      const { repair_request_id: repairRequestId, episode, state, corrections } = row;
      const kept = { repairRequestId, episode, state, withdrawReason: row.cancel_reason, decidedVersion: row.decided_version, corrections };
      locked.set(textOf(kept), kept);
    }
  }

  save(tx: Transaction, episode: Episode): void {
    this.locked(tx).set(textOf(episode), episode);
    tx.gather(keep, {
      repair_request_id: episode.repairRequestId,
      episode: episode.episode,
      state: episode.state,
      cancel_reason: episode.withdrawReason,
      decided_version: episode.decidedVersion,
      corrections: episode.corrections,
    });
  }

  /** As they stand in a transaction. */
  private locked(tx: Transaction): Map<string, Episode> {
    return tx.remember(this, () => new Map());
  }
}

function textOf({ repairRequestId, episode }: EpisodeKey): string {
  return `${repairRequestId} ${episode}`;
}
