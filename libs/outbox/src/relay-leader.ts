import { newId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';

/** A leader that has not renewed for this long has lost its place. Real time: a lease is no rule of the domain. */
const leaseSeconds = 5;
const renewAfterMs = 1_000;
/** Begins nothing more once its lease is this old. */
const freshMs = 3_000;
/** Between two attempts at a place that another process has. */
const askAgainMs = 250;

/**
 * One relay per schema publishes at a time, held by a row with a lease and a fence. A leader that was replaced without
 * noticing may publish an event again, never delete what the new one has not published: deletes check the fence.
 */
export class RelayLeader {
  readonly holder = newId();
  fence: string | undefined;
  private renewedAt = 0;

  constructor(private readonly database: Database) {}

  /** Takes or keeps the place; false while another process has it. */
  async hold(): Promise<boolean> {
    const asked = Date.now();
    if (asked - this.renewedAt < (this.fence === undefined ? askAgainMs : renewAfterMs))
      return this.fence !== undefined;
    const [row] = await this.database.query<{ fence: string }>(
      `INSERT INTO relay_leader AS leader (singleton, holder, fence, until)
       VALUES (true, $1, 1, clock_timestamp() + $2 * interval '1 second')
       ON CONFLICT (singleton) DO UPDATE
         SET holder = excluded.holder, until = excluded.until,
             fence = leader.fence + CASE WHEN leader.holder = excluded.holder THEN 0 ELSE 1 END
         WHERE leader.holder = excluded.holder OR leader.until < clock_timestamp()
       RETURNING fence`,
      [this.holder, leaseSeconds],
    );
    this.fence = row?.fence;
    this.renewedAt = asked;
    return row !== undefined;
  }

  /** Whether the lease is young enough to begin something that may take a second or two. */
  fresh(): boolean {
    return this.fence !== undefined && Date.now() - this.renewedAt < freshMs;
  }

  /** Something showed that another may lead: asked before anything else is done. */
  doubt(): void {
    this.renewedAt = 0;
  }

  /** A graceful stop lets the next leader begin at once. */
  async free(): Promise<void> {
    this.fence = undefined;
    await this.database.query(`UPDATE relay_leader SET until = '-infinity' WHERE holder = $1`, [this.holder]);
  }
}
