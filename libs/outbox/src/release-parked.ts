import { parseEvent, UnknownEventType } from '@property-office/contracts';
import type { ReactionSpec } from '@property-office/messaging';
import type { Database } from '@property-office/persistence';
import { applyParked, type Apply } from './apply-events';
import { Attempts, maxAttempts } from './attempts';
import { bury, classOf, type DeadLetter } from './dead-letters';
import { readyParked, type ParkedEvent } from './parked-events';
import { UnknownEvents } from './unknown-events';

const atOnce = 50;

/** Applies parked events whose turn has come. Each failure counts as an attempt; its aggregate waits, others do not. */
export class ParkedReleaser {
  private readonly attempts: Attempts;
  private readonly unknown: UnknownEvents;

  constructor(
    private readonly database: Database,
    private readonly log: (line: string) => void,
    private readonly stop: AbortSignal,
  ) {
    this.attempts = new Attempts(database);
    this.unknown = new UnknownEvents(database, log);
  }

  /** One round: until nothing is ready, or only what failed in this round. */
  async release(spec: ReactionSpec, apply: Apply): Promise<void> {
    const failed = new Set<string>();
    while (!this.stop.aborted) {
      const ready = await readyParked(this.database, spec.durable, [...failed], atOnce);
      if (ready.length === 0) return;
      for (const parked of ready) {
        if (this.stop.aborted) return;
        if (failed.has(parked.aggregateId)) continue;
        const went = await this.releaseOne(spec, parked, apply);
        if (went === 'away') return;
        if (went === 'failed') failed.add(parked.aggregateId);
      }
    }
  }

  private async releaseOne(
    spec: ReactionSpec,
    parked: ParkedEvent,
    apply: Apply,
  ): Promise<'applied' | 'failed' | 'away'> {
    const { payload, eventId } = parked;
    const consumer = spec.durable;
    if (!payload) {
      await this.database.transaction((tx) => applyParked(tx, spec, parked, undefined, apply));
      return 'applied';
    }
    if (await this.tooNew(consumer, eventId, payload)) return 'failed';
    const result = await this.attempts.counted(consumer, eventId, 1, () =>
      this.database.transaction(async (tx) => {
        await applyParked(tx, spec, parked, parseEvent(payload), apply);
        Attempts.forget(tx, consumer, eventId);
      }),
    );
    if (result.kind === 'done') return 'applied';
    if (result.kind === 'down') return 'away';
    const { attempt, exhausted, error } = result;
    this.log(
      `${consumer}: attempt ${attempt} of ${maxAttempts} for parked event ${eventId} failed: ${String(error)}`,
    );
    if (exhausted) await this.giveUp({ consumer, class: classOf(error), error, payload, attempts: attempt });
    return 'failed';
  }

  /** Parked by a newer version of the service: left to it for a while, then a dead letter. */
  private async tooNew(consumer: string, eventId: string, payload: Uint8Array): Promise<boolean> {
    try {
      parseEvent(payload);
    } catch (error) {
      if (!(error instanceof UnknownEventType)) return false;
      if (!(await this.unknown.wait(consumer, eventId, error.message)))
        await this.giveUp({ consumer, class: 'contract', error, payload, attempts: 1 });
      return true;
    }
    return false;
  }

  private async giveUp(letter: Omit<DeadLetter, 'strict' | 'headers'>): Promise<void> {
    await bury(this.database, { ...letter, strict: true, headers: {} });
  }
}
