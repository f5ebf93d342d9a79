import { Injectable } from '@nestjs/common';
import { accessCondition, lockThenJudge } from '@property-office/access';
import type { EventType } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { dispatchErrors } from '../domain/errors';
import { feedEntries } from '../domain/feed-entries';
import type { WorkOrderEvent } from '../domain/work-order-event';
import { unfinishedStates } from '../domain/work-order-states';
import { toNewEvent } from '../events';
import { CrewFeeds } from './crew-feeds';
import { moveAccess, subjectsOf } from './order-access';
import { placeColumns, placed, placeJoins, WorkOrder, type PlaceRow } from './work-order.entity';

/** After these somebody has it in hand. */
const takenOn: EventType[] = ['dispatch.work-order-accepted.v1', 'dispatch.work-order-arrived.v1', 'dispatch.work-order-finished.v1'];

const lockEpisode = 'SELECT 1 FROM work_order o JOIN episode e USING (repair_request_id, episode) WHERE o.id = $1 FOR UPDATE OF e';

/** What a pause leaves behind when it is over. */
export const notPaused = { pauseReason: null, pauseNote: null, reviewAt: null } as const;

/** Locked until COMMIT, with all orders of its episode: whoever holds it is the only one to change them. */
export interface LockedOrder {
  order: WorkOrder;
  act: Act;
}

/** Work orders as they are written: the row, the event that says why, who may see it and what crews hear, always together. */
@Injectable()
export class WorkOrders {
  constructor(
    private readonly ledger: Ledger,
    private readonly feeds: CrewFeeds,
  ) {}

  insert(tx: Transaction, order: WorkOrder, act: Act): void {
    tx.save(order);
    this.ledger.append(tx, toNewEvent(order, act, { kind: 'created', reason: order.reason }));
  }

  /**
   * The order a person acts on, if they may. The episode is locked rather than the order, so that a cancellation, which
   * touches all of its orders, and an act on one of them cannot wait for each other.
   * @throws unknown (404) where there is none, or none of theirs; stale (412); the errors of `actOf`
   */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<LockedOrder> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'o.id', siteColumn: 'o.site_id', firstParam: 2 });
    const judge = `SELECT ${placeColumns} FROM work_order o ${placeJoins} WHERE o.id = $1 AND ${access.sql}`;
    const found = await lockThenJudge<PlaceRow>(tx, lockEpisode, judge, [id, ...access.params]);
    if (!found) throw dispatchErrors.unknown();
    const order = placed(await tx.manager.findOneByOrFail(WorkOrder, { id }), found);
    assertFresh(command, order.version);
    return { order, act: actOf(tx, command, order.siteId, input, order.lastHappenedAt) };
  }

  /** All orders of an episode the caller has locked. */
  ofEpisode(tx: Transaction, repairRequestId: string, episode: number): Promise<WorkOrder[]> {
    return tx.manager.find(WorkOrder, { where: { repairRequestId, episode }, order: { id: 'ASC' } });
  }

  /** How many other orders of its episode are neither finished nor withdrawn. */
  async othersUnfinished(tx: Transaction, { id, repairRequestId, episode }: WorkOrder): Promise<number> {
    const [row] = await tx.query<{ n: string }>(
      'SELECT count(*) AS n FROM work_order WHERE repair_request_id = $1 AND episode = $2 AND id <> $3 AND state = ANY ($4)',
      [repairRequestId, episode, id, unfinishedStates],
    );
    return Number(row!.n);
  }

  /** Who has taken on work of the episode so far, also of orders handed over since, and who has helped. */
  async workersOf(tx: Transaction, { repairRequestId, episode }: WorkOrder): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `WITH orders AS (SELECT id, helper_ids FROM work_order WHERE repair_request_id = $1 AND episode = $2)
       SELECT unnest(helper_ids) AS person_id FROM orders
       UNION
       SELECT (data ->> 'technicianId')::uuid FROM ledger
       WHERE aggregate_id IN (SELECT id FROM orders) AND data ->> 'technicianId' IS NOT NULL AND type = ANY ($3)`,
      [repairRequestId, episode, takenOn],
    );
    return rows.map((row) => row.person_id);
  }

  /** Changes a locked order and records why; its version counts every event. */
  advance(tx: Transaction, order: WorkOrder, act: Act, event: WorkOrderEvent, changes: Partial<WorkOrder> = {}): void {
    const subjectsBefore = subjectsOf(order);
    const crewsBefore = crewsOf(order);
    const lastHappenedAt = act.happenedAt > order.lastHappenedAt ? act.happenedAt : order.lastHappenedAt;
    Object.assign(order, { ...changes, version: order.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(order);
    this.ledger.append(tx, toNewEvent(order, act, event));
    moveAccess(tx, subjectsBefore, order);
    this.feeds.announce(tx, order, act, feedEntries(event, crewsBefore, crewsOf(order)));
  }
}

function crewsOf({ crewId, offeredTo }: WorkOrder): string[] {
  return crewId ? [crewId] : offeredTo;
}
