import { Injectable } from '@nestjs/common';
import type { FailureReason } from '@property-office/channels';
import { Database, type Transaction } from '@property-office/persistence';
import type { Language } from '@property-office/service-kit';
import type { Channel } from '../domain/channels';

/** Longer than any round takes: an attempt is bounded by ten seconds, a receiver by twice that in a round. */
const leaseSeconds = 90;

/** A delivery somebody has in hand. */
export interface LeasedDelivery {
  id: string;
  lease: string;
  siteId: string;
  channel: Channel;
  personId: string | null;
  addressCipher: string | null;
  endpointId: string | null;
  contentType: string;
  content: object;
  urgent: boolean;
  language: Language | null;
  /** This one included. */
  attempts: number;
  /** Since it was enqueued, or tried again by hand; this one included. */
  attemptsOfSchedule: number;
  createdAt: Date;
  /** platform.now() when it was leased. */
  now: Date;
}

/** What came of an attempt, for the log. */
export interface AttemptResult {
  outcome: 'delivered' | 'temporary' | 'permanent';
  reason?: FailureReason;
  detail?: string;
  reference?: string | null;
  tookMs: number;
}

/** What becomes of the delivery. */
export type Settled = { state: 'sent' | 'failed' | 'withdrawn' } | { state: 'waiting'; afterMs: number };

type GivenUp = (tx: Transaction, delivery: LeasedDelivery) => Promise<void>;

/**
 * The queue of what is to leave the house. An attempt is written down when it begins, so that one that nobody lived to see
 * the end of shows; only who holds the lease settles it.
 */
@Injectable()
export class Deliveries {
  private readonly given = new Map<string, GivenUp>();

  constructor(private readonly database: Database) {}

  /** What follows when a delivery of this type of content is given up, in the transaction that says so. */
  onGivenUp(contentType: string, follow: GivenUp): void {
    this.given.set(contentType, follow);
  }

  async lease(channel: Channel, limit: number): Promise<LeasedDelivery[]> {
    return this.database.query<LeasedDelivery & Record<string, unknown>>(
      `WITH due AS (
         SELECT id FROM delivery WHERE state = 'waiting' AND channel = $1 AND next_try_at <= platform.now()
           AND (leased_until IS NULL OR leased_until < clock_timestamp())
         ORDER BY urgent DESC, next_try_at, id LIMIT $2 FOR UPDATE SKIP LOCKED),
       leased AS (
         UPDATE delivery d SET leased_until = clock_timestamp() + $3 * interval '1 second', lease = gen_random_uuid(), attempts = attempts + 1
         FROM due WHERE d.id = due.id RETURNING d.*),
       begun AS (
         INSERT INTO delivery_attempt (delivery_id, number, at) SELECT id, attempts, platform.now() FROM leased
         ON CONFLICT (delivery_id, number) DO NOTHING)
       SELECT id, lease, site_id AS "siteId", channel, person_id AS "personId", address_cipher AS "addressCipher", endpoint_id AS "endpointId",
         content_type AS "contentType", content, urgent, language, attempts, attempts - attempts_before AS "attemptsOfSchedule",
         created_at AS "createdAt", platform.now() AS now
       FROM leased ORDER BY urgent DESC, next_try_at, id`,
      [channel, limit, leaseSeconds],
    );
  }

  settle(delivery: LeasedDelivery, result: AttemptResult, settled: Settled): Promise<boolean> {
    const follow = settled.state === 'failed' ? this.given.get(delivery.contentType) : undefined;
    if (!follow) return settle(this.database, delivery, result, settled);
    return this.database.transaction(async (tx) => {
      const done = await settle(tx, delivery, result, settled);
      if (done) await follow(tx, delivery);
      return done;
    });
  }

  /** It was not tried: nothing of it counts. */
  async putBack({ id, lease, attempts }: LeasedDelivery, until: { at: Date } | { afterMs: number }): Promise<void> {
    await this.database.query(
      `WITH kept AS (
         UPDATE delivery SET lease = NULL, leased_until = NULL, attempts = attempts - 1,
           next_try_at = coalesce($3::timestamptz, platform.now() + $4 * interval '1 millisecond')
         WHERE id = $1 AND lease = $2 AND state = 'waiting' RETURNING id)
       DELETE FROM delivery_attempt a USING kept WHERE a.delivery_id = kept.id AND a.number = $5 AND a.outcome IS NULL`,
      [id, lease, 'at' in until ? until.at : null, 'afterMs' in until ? until.afterMs : 0, attempts],
    );
  }

  /** Its content is not to be sent any more. Not an attempt. */
  async withdraw({ id, lease, attempts }: LeasedDelivery): Promise<void> {
    await this.database.query(
      `WITH kept AS (
         UPDATE delivery SET state = 'withdrawn', lease = NULL, leased_until = NULL, attempts = attempts - 1
         WHERE id = $1 AND lease = $2 AND state = 'waiting' RETURNING id)
       DELETE FROM delivery_attempt a USING kept WHERE a.delivery_id = kept.id AND a.number = $3 AND a.outcome IS NULL`,
      [id, lease, attempts],
    );
  }

  /** By channel: how many are due, and since when the oldest is, in seconds. */
  async standing(): Promise<Array<{ channel: Channel; due: number; oldest: number }>> {
    return this.database.query(
      `SELECT channel, count(*)::int AS due, extract(epoch FROM platform.now() - min(next_try_at))::float8 AS oldest
       FROM delivery WHERE state = 'waiting' AND next_try_at <= platform.now() GROUP BY channel`,
    );
  }
}

/**
 * Writes down how an attempt ended. Whoever lost the lease meanwhile changes nothing but the log, except that what was taken
 * is sent, whoever sent it.
 * @returns whether the delivery was settled by this
 */
export async function settle(on: Pick<Transaction, 'query'> | Database, { id, lease, attempts }: LeasedDelivery, result: AttemptResult, settled: Settled): Promise<boolean> {
  const { outcome, reason = null, detail = null, reference = null, tookMs } = result;
  const [row] = await on.query<{ settled: boolean }>(
    `WITH logged AS (
       UPDATE delivery_attempt SET outcome = $4, reason = $5, detail = $6, reference = $7, took_ms = $8 WHERE delivery_id = $1 AND number = $3),
     settled AS (
       UPDATE delivery SET state = $9, last_reason = $5, last_error = $6, reference = $7, lease = NULL, leased_until = NULL,
         sent_at = CASE WHEN $9 = 'sent' THEN platform.now() END,
         next_try_at = CASE WHEN $9 = 'waiting' THEN platform.now() + $10 * interval '1 millisecond' ELSE next_try_at END
       WHERE id = $1 AND state = 'waiting' AND (lease = $2 OR $9 = 'sent') RETURNING id)
     SELECT EXISTS (SELECT 1 FROM settled) AS settled`,
    [id, lease, attempts, outcome, reason, detail, reference, Math.round(tookMs), settled.state, settled.state === 'waiting' ? settled.afterMs : 0],
  );
  return row!.settled;
}
