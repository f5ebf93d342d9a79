import { Injectable } from '@nestjs/common';
import { accessCondition, grantAccess, lockRow, lockThenJudge } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { stocktakeErrors, stocktakeStateAfter } from '../domain/errors';
import type { StocktakeEvent } from '../domain/stocktake-event';
import type { StocktakeMove, StocktakeState } from '../domain/stocktake-states';
import { toStocktakeEvent } from '../events';
import type { ExpectedRecord } from './expected-records';
import { Stocktake } from './stocktake.entity';

/** Locked until COMMIT: whoever holds it is the only one to scan, finish, explain or decide. */
export interface LockedStocktake {
  stocktake: Stocktake;
  act: Act;
  /** Where the move leads. */
  state: StocktakeState;
}

/** Stocktakes as they are acted on: the row and the event that says why, always together. */
@Injectable()
export class Stocktakes {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  async nextNumber(): Promise<string> {
    const [row] = await this.database.query<{ n: string }>(`SELECT nextval('stocktake_number')::text AS n`);
    return row!.n;
  }

  insert(tx: Transaction, stocktake: Stocktake, act: Act, counterIds: string[], expected: readonly ExpectedRecord[]): void {
    tx.save(stocktake);
    const { id, siteId } = stocktake;
    tx.send('INSERT INTO stocktake_counter (stocktake_id, person_id) SELECT $1, unnest($2::uuid[])', [id, counterIds]);
    tx.send('INSERT INTO stocktake_item (stocktake_id, record_id, shelf) SELECT $1, e.id, e.shelf FROM unnest($2::uuid[], $3::text[]) AS e (id, shelf)', [
      id,
      expected.map(({ recordId }) => recordId),
      expected.map(({ shelf }) => shelf),
    ]);
    this.ledger.append(tx, toStocktakeEvent(stocktake, act, { kind: 'started', counterIds, expected: expected.length }));
    for (const personId of counterIds) grantAccess(tx, { objectId: id, siteId, subject: `person:${personId}`, right: 'act', sourceVersion: 1 });
  }

  /**
   * @param notBefore when that happened which the act follows, where it is not the last one
   * @throws stocktakeUnknown (404), stale (412), stocktakeMoveIllegal (409); the errors of `actOf`
   */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: StocktakeMove, input: ActFields, notBefore = latest): Promise<LockedStocktake> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: 2 });
    const found = await lockThenJudge(tx, lockRow('stocktake'), `SELECT 1 FROM stocktake t WHERE t.id = $1 AND ${access.sql}`, [id, ...access.params]);
    if (!found) throw stocktakeErrors.stocktakeUnknown();
    const stocktake = await tx.manager.findOneByOrFail(Stocktake, { id });
    assertFresh(command, stocktake.version);
    return { stocktake, act: actOf(tx, command, stocktake.siteId, input, await notBefore(tx, stocktake)), state: stocktakeStateAfter(stocktake.state, move) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<Stocktake | null> {
    return tx.manager.findOne(Stocktake, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked stocktake and records why; its version counts every event. */
  advance(tx: Transaction, stocktake: Stocktake, act: Act, event: StocktakeEvent, changes: Partial<Stocktake> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time';
    Object.assign(stocktake, { ...changes, version: stocktake.version + 1, ...(follows && { lastHappenedAt: act.happenedAt }), changedAt: tx.now });
    tx.save(stocktake);
    this.ledger.append(tx, toStocktakeEvent(stocktake, act, event));
  }

  async countersOf(on: Database | Transaction, id: string): Promise<string[]> {
    return (await on.query<{ id: string }>('SELECT person_id AS id FROM stocktake_counter WHERE stocktake_id = $1 ORDER BY person_id', [id])).map((row) => row.id);
  }
}

const latest = async (_tx: Transaction, { lastHappenedAt }: Stocktake): Promise<Date> => lastHappenedAt;
