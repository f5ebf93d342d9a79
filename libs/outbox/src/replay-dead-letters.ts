import { ContractError, parseEvent, type WireEvent } from '@property-office/contracts';
import type { ReactionSpec } from '@property-office/messaging';
import type { Database } from '@property-office/persistence';
import { applyEvents, type Apply } from './apply-events';
import { bury, classOf } from './dead-letters';
import { isOutage } from './is-outage';
import { endedEachTime } from './attempts';
import { besideOthers, oneAtATime } from './second-tries';

const perRound = 50;

interface Claimed {
  id: string;
  payload: Buffer;
  headers: Record<string, string>;
  attempts: number;
}

/** Applies dead letters somebody asked to replay. Asked once, tried once: one that kills the process waits again. */
export class DeadLetterReplayer {
  /** Replays that an outage ended. */
  private readonly interrupted = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly log: (line: string) => void,
    private readonly stop: AbortSignal,
  ) {}

  /** An outage is no answer to who asked. */
  async askAgain(): Promise<void> {
    const interrupted = [...this.interrupted];
    if (interrupted.length === 0) return;
    await this.database.query(
      `UPDATE dead_letter SET state = 'replay', attempts = attempts - 1 WHERE id = ANY ($1::uuid[]) AND state = 'waiting'`,
      [interrupted],
    );
    for (const id of interrupted) this.interrupted.delete(id);
  }

  async replay(spec: ReactionSpec, apply: Apply): Promise<void> {
    const asked = await this.database.query<{ id: string; kills: boolean }>(
      `SELECT id, error LIKE '%' || $3 AS kills FROM dead_letter WHERE consumer = $1 AND state = 'replay' ORDER BY dead_at, id LIMIT $2`,
      [spec.durable, perRound, endedEachTime],
    );
    for (const { id, kills } of asked) {
      if (this.stop.aborted) return;
      const work = () => this.replayOne(id, spec, apply);
      await (kills ? oneAtATime(work) : besideOthers(spec.durable, work));
    }
  }

  private async replayOne(id: string, spec: ReactionSpec, apply: Apply): Promise<void> {
    // By one process only, and no longer asked for while it runs.
    const [letter] = await this.database.query<Claimed & Record<string, unknown>>(
      `UPDATE dead_letter SET state = 'waiting', attempts = attempts + 1 WHERE id = $1 AND state = 'replay'
       RETURNING id, payload, headers, attempts`,
      [id],
    );
    if (!letter) return;
    const { payload, headers, attempts } = letter;
    let event: WireEvent | undefined;
    try {
      const parsed = (event = parseEvent(payload));
      await this.database.transaction(async (tx) => {
        await applyEvents(tx, spec, [parsed], apply);
        tx.send(`UPDATE dead_letter SET state = 'replayed' WHERE id = $1`, [id]);
      });
    } catch (error) {
      if (await isOutage(this.database, error)) {
        this.interrupted.add(id);
        throw error;
      }
      this.log(`${spec.durable}: replaying dead letter ${id} failed: ${String(error)}`);
      const kind = !event && error instanceof ContractError ? 'contract' : classOf(error);
      await bury(this.database, {
        consumer: spec.durable,
        strict: spec.order === 'strict',
        class: kind,
        error,
        payload,
        headers,
        attempts,
      });
    }
  }
}
