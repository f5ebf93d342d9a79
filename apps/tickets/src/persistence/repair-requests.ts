import { Injectable } from '@nestjs/common';
import type { EventData } from '@property-office/contracts';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { In } from 'typeorm';
import { ticketErrors } from '../domain/errors';
import type { RepairEvent } from '../domain/repair-event';
import type { RepairFact } from '../domain/repair-states';
import type { HeardAtRest } from '../domain/rest';
import { followsNothing, type LastEvent } from '../domain/take-back';
import { stepIn, toNewEvent } from '../events';
import { RepairRequest } from './repair-request.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedRequest {
  request: RepairRequest;
  act: Act;
}

/** An event of the ledger. */
export interface RecordedEvent extends LastEvent {
  eventId: string;
  version: number;
  data: unknown;
}

/** Repair requests as they are written: the row and the event that says why, always together. */
@Injectable()
export class RepairRequests {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, request: RepairRequest, act: Act): void {
    tx.save(request);
    this.ledger.append(tx, toNewEvent(request, act, { kind: 'requested' }));
  }

  /**
   * The request a person acts on, if they may.
   * @throws unknown (404) where there is none, or none of theirs; stale (412); the errors of `actOf`
   */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedRequest> {
    const request = await this.lockTheirs(tx, command, id);
    if (!request) throw ticketErrors.unknown();
    assertFresh(command, request.version);
    return { request, act: actOf(tx, command, request.siteId, input, request.lastHappenedAt) };
  }

  /**
   * The request a person acts on, and another one that changes with it: both locked, in the order of their ids, before either is read.
   * @returns `other`: not there where there is none, or none of theirs
   * @throws as `lockForAct`
   */
  async lockPairForAct(tx: Transaction, command: CommandContext, id: string, otherId: string, input: ActFields): Promise<LockedRequest & { other?: RepairRequest }> {
    await tx.query('SELECT 1 FROM repair_request WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [[id, otherId]]);
    const locked = await this.lockForAct(tx, command, id, input);
    const other = await this.lockTheirs(tx, command, otherId);
    return { ...locked, ...(other && { other }) };
  }

  private async lockTheirs(tx: Transaction, { principal, operation }: CommandContext, id: string): Promise<RepairRequest | undefined> {
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'r.id', siteColumn: 'r.site_id', firstParam: 2 });
    const judge = `SELECT 1 FROM repair_request r WHERE r.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('repair_request'), judge, [id, ...access.params]))) return undefined;
    return tx.manager.findOneByOrFail(RepairRequest, { id });
  }

  /** Whosever it is: judged by the caller. */
  async lockAny(tx: Transaction, id: string): Promise<RepairRequest | undefined> {
    return (await tx.manager.findOne(RepairRequest, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** How many others are merged into a locked request. */
  async countDoubles(tx: Transaction, { id }: RepairRequest): Promise<number> {
    const [row] = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM repair_request WHERE merged_into = $1', [id]);
    return row!.n;
  }

  /** What a request is merged into now; another transaction may undo it until both are locked. */
  async mergedInto(tx: Transaction, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ merged_into: string | null }>('SELECT merged_into FROM repair_request WHERE id = $1', [id]);
    return row?.merged_into ?? undefined;
  }

  /** The request a fact of another service is about. It was announced before anything could follow from it. */
  async lockForFact(tx: Transaction, id: string): Promise<RepairRequest> {
    const locked = this.locked(tx);
    if (!locked.has(id)) await this.lockForFacts(tx, [id]);
    const request = locked.get(id);
    if (!request) throw new Error(`there is no repair request ${id}`);
    return request;
  }

  /** The requests of all facts that share a transaction: one look instead of one for each. */
  async lockForFacts(tx: Transaction, ids: string[]): Promise<void> {
    const locked = this.locked(tx);
    const missing = [...new Set(ids)].filter((id) => !locked.has(id));
    if (missing.length === 0) return;
    const options = { where: { id: In(missing) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } } as const;
    for (const request of await tx.manager.find(RepairRequest, options)) locked.set(request.id, request);
  }

  /** Those locked for facts in a transaction, as they stand in it. */
  private locked(tx: Transaction): Map<string, RepairRequest> {
    return tx.remember(this, () => new Map());
  }

  /** The last thing that happened to a locked request, but for what changes nothing in the eyes of a person. */
  async lastEvent(tx: Transaction, { id }: RepairRequest, personId: string): Promise<RecordedEvent> {
    const [row] = await tx.query<LedgerRow>(
      `SELECT event_id, aggregate_version, type, actor_id, recorded_at, data FROM ledger
       WHERE aggregate_id = $1 AND NOT (type = ANY ($2) AND actor_id <> $3) ORDER BY aggregate_version DESC LIMIT 1`,
      [id, followsNothing, personId],
    );
    const { event_id: eventId, aggregate_version: version, type, actor_id: actorId, recorded_at: recordedAt, data } = row!;
    return { eventId, version, type, actorId, recordedAt, data };
  }

  /** What came too late for a locked request since it was merged or cancelled, in the order in which it was heard. */
  async heardAtRest(tx: Transaction, { id, episode }: RepairRequest): Promise<HeardAtRest[]> {
    const rows = await tx.query<{ happened_at: Date; data: EventData<'tickets.fact-came-too-late.v1'> }>(
      `SELECT happened_at, data FROM ledger WHERE aggregate_id = $1 AND type = 'tickets.fact-came-too-late.v1' AND aggregate_version >
         (SELECT max(aggregate_version) FROM ledger WHERE aggregate_id = $1 AND type IN ('tickets.repair-merged.v1', 'tickets.repair-cancelled.v1'))
       ORDER BY aggregate_version`,
      [id],
    );
    return rows
      .filter(({ data }) => data.factEpisode === episode)
      .map(({ happened_at: at, data }) => ({ fact: data.fact as RepairFact, at, step: stepIn(data) }));
  }

  /** Changes a locked request and records why; its version counts every event. */
  advance(tx: Transaction, request: RepairRequest, act: Act, event: RepairEvent, changes: Partial<RepairRequest> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > request.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : request.lastHappenedAt;
    Object.assign(request, { ...changes, version: request.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(request);
    this.ledger.append(tx, toNewEvent(request, act, event));
  }
}

interface LedgerRow {
  event_id: string;
  aggregate_version: number;
  type: string;
  actor_id: string;
  recorded_at: Date;
  data: unknown;
}
