import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { In } from 'typeorm';
import { ticketErrors } from '../domain/errors';
import type { RepairEvent } from '../domain/repair-event';
import type { LastEvent } from '../domain/take-back';
import { toNewEvent } from '../events';
import { RepairRequest } from './repair-request.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedRequest {
  request: RepairRequest;
  act: Act;
}

/** An event of the ledger. */
export interface RecordedEvent extends LastEvent {
  eventId: string;
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
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'r.id', siteColumn: 'r.site_id', firstParam: 2 });
    const judge = `SELECT 1 FROM repair_request r WHERE r.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('repair_request'), judge, [id, ...access.params]))) throw ticketErrors.unknown();
    const request = await tx.manager.findOneByOrFail(RepairRequest, { id });
    assertFresh(command, request.version);
    return { request, act: actOf(tx, command, request.siteId, input, request.lastHappenedAt) };
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

  /** The last thing that happened to a locked request. */
  async lastEvent(tx: Transaction, { id, version }: RepairRequest): Promise<RecordedEvent> {
    const [row] = await tx.query<LedgerRow>(
      'SELECT event_id, type, actor_id, recorded_at, data FROM ledger WHERE aggregate_id = $1 AND aggregate_version = $2',
      [id, version],
    );
    const { event_id: eventId, type, actor_id: actorId, recorded_at: recordedAt, data } = row!;
    return { eventId, type, actorId, recordedAt, data };
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
  type: string;
  actor_id: string;
  recorded_at: Date;
  data: unknown;
}
