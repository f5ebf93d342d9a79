import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { Found } from '../domain/next-check';
import { heldContents } from './held-contents';

/** A content whose turn it is. */
export interface Turn {
  sha256: string;
  /** What was found before that does not count. */
  since: Date;
}

const perTurn = 20;
/** Contents that get their place at once; there may be a whole catalogue that was taken over. */
const newAtOnce = 500;
/** Asking about all of them takes less. */
const leaseSeconds = 60;

/** What a record or living file holds from now on is looked at next, unless it has its turn already. */
export function expectCheck(tx: Transaction, contents: readonly string[]): void {
  if (contents.length === 0) return;
  tx.send('INSERT INTO content_check (sha256, due_at) SELECT DISTINCT sha256, $2::timestamptz FROM unnest($1::text[]) sha256 ORDER BY sha256 ON CONFLICT DO NOTHING', [contents, tx.now]);
}

/** When contents were last looked at, and whose turn it is. */
@Injectable()
export class ContentChecks {
  constructor(private readonly database: Database) {}

  /**
   * Gives a turn to what has none: what was filed before there were turns, or at the moment when the only other record of it was
   * destroyed. Looks through all that records and living files hold.
   * @returns whether everything has its turn now
   */
  async takeUp(): Promise<boolean> {
    const taken = await this.database.query(
      `INSERT INTO content_check (sha256, due_at) SELECT DISTINCT h.sha256, platform.now() FROM ${heldContents} h
       WHERE NOT EXISTS (SELECT 1 FROM content_check c WHERE c.sha256 = h.sha256) LIMIT $1 ON CONFLICT DO NOTHING RETURNING sha256`,
      [newAtOnce],
    );
    return taken.length < newAtOnce;
  }

  /** Those that wait longest, for this process alone. */
  lease(): Promise<Turn[]> {
    return this.database.query<Turn & Record<string, unknown>>(
      `UPDATE content_check SET leased_until = clock_timestamp() + $1 * interval '1 second', asked_at = coalesce(asked_at, date_trunc('milliseconds', platform.now()))
       WHERE sha256 IN (SELECT sha256 FROM content_check WHERE due_at <= platform.now() AND (leased_until IS NULL OR leased_until < clock_timestamp())
         ORDER BY due_at, sha256 LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING sha256, asked_at AS since`,
      [leaseSeconds, perTurn],
    );
  }

  /** It is being read: ask again. */
  async giveBack(sha256: string): Promise<void> {
    await this.database.query('UPDATE content_check SET leased_until = NULL WHERE sha256 = $1', [sha256]);
  }

  /** @returns when it was found whole before; undefined where another check was asked for meanwhile, whose answer counts */
  async conclude(tx: Transaction, { sha256, since }: Turn, found: Found, checkedAt: Date, dueAt: Date): Promise<{ wholeAt: Date | null } | undefined> {
    const [before] = await tx.query<{ wholeAt: Date | null }>('SELECT whole_at AS "wholeAt" FROM content_check WHERE sha256 = $1 AND asked_at = $2 FOR UPDATE', [sha256, since]);
    if (!before) return undefined;
    tx.send(
      `UPDATE content_check SET found = $2, checked_at = $3, due_at = $4, whole_at = CASE WHEN $2 = 'whole' THEN $3 ELSE whole_at END, asked_at = NULL, leased_until = NULL
       WHERE sha256 = $1`,
      [sha256, found, checkedAt, dueAt],
    );
    return before;
  }

  /** Nothing holds it any more. */
  forget(tx: Transaction, sha256: string): void {
    tx.send('DELETE FROM content_check WHERE sha256 = $1', [sha256]);
  }

  /** Its turn is now: somebody saw that its bytes are not what they were, or put others in their place. */
  async recheck(sha256: string): Promise<void> {
    await this.database.query('UPDATE content_check SET due_at = platform.now(), asked_at = NULL, leased_until = NULL WHERE sha256 = $1', [sha256]);
  }

  /** Contents that nobody has found to be whole or not for longer than a round takes. */
  async overdue(roundDays: number): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM content_check WHERE coalesce(checked_at, due_at) < platform.now() - $1 * interval '1 day'`,
      [roundDays],
    );
    return row!.n;
  }
}
