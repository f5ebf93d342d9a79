import type { EntityManager, QueryRunner } from 'typeorm';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { isKnockOn, isRefusal } from './errors';
import { entityRow } from './entity-rows';
import { GatheredRows } from './gathered-rows';
import { gatherWrites } from './gather-writes';
import type { RowsStatement, Statement } from './statement';

/**
 * One database transaction of one service. Everything a use case or a reaction changes goes through it.
 *
 * The connection is pipelined: `send` puts a statement on the wire without waiting for the ones before it, so a use
 * case that only writes costs one round trip at COMMIT. A statement that fails aborts the transaction whether or not
 * anybody awaited it.
 */
export class Transaction {
  private readonly committing: Array<() => Promise<void>> = [];
  private readonly committed: Array<() => void> = [];
  private readonly gathered = new GatheredRows();
  private readonly remembered = new Map<object, unknown>();
  /** The first failure of any statement, and the first of a sent one, which nobody was told of. */
  private failure: { error: unknown } | undefined;
  private sentFailure: { error: unknown } | undefined;
  private ended = false;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    /** `platform.now()` of this transaction: the only clock rules see. */
    readonly now: Date,
  ) {}

  /** TypeORM's manager, inside this transaction; `manager.transaction` is a savepoint. */
  get manager(): EntityManager {
    this.requireOpen();
    this.sendGathered();
    return this.runner.manager;
  }

  /** Runs a statement and gives its rows. */
  async query<R extends QueryResultRow = QueryResultRow>(
    sql: string | Statement,
    params: unknown[] = [],
  ): Promise<R[]> {
    this.requireOpen();
    this.sendGathered();
    const result = await new Promise<QueryResult<R>>((resolve, reject) => {
      this.client.query<R>(toQuery(sql, params), (error, answer) => {
        if (!error) return resolve(answer);
        this.failure ??= { error };
        reject(error);
      });
    });
    return result.rows;
  }

  /** Puts a statement on the wire; its failure surfaces at COMMIT at the latest. */
  send(sql: string | Statement, params: unknown[] = []): void {
    this.requireOpen();
    this.sendGathered();
    this.put(sql, params);
  }

  /**
   * Writes one row with others of its kind: all rows gathered for a statement since any other statement was sent go out
   * as one, before the next other one and before COMMIT at the latest. Kinds go out in the order of their first row.
   */
  gather<Row extends object>(rows: RowsStatement<Row>, row: Row): void {
    this.requireOpen();
    this.gathered.add(rows, row);
  }

  /** Whether a gathered row is not on the wire yet: until then it may be completed. */
  waits<Row extends object>(rows: RowsStatement<Row>, row: Row): boolean {
    return this.gathered.has(rows, row);
  }

  /**
   * Writes an entity as it stands, new or known, gathered with others of its kind. Whoever changes a known one holds its
   * row locked: every column is written.
   */
  save(entity: object): void {
    const { rows, row } = entityRow(entity);
    this.gather(rows, row);
  }

  /** What is worked out once in a transaction, such as rows locked for all events of a batch. `what` identifies it. */
  remember<T>(what: object, workOut: () => T): T {
    if (!this.remembered.has(what)) this.remembered.set(what, workOut());
    return this.remembered.get(what) as T;
  }

  /**
   * Runs when everything else of the transaction is done: for rows many transactions wait for, locked as late as can be
   * and in one order whatever order they were needed in. What it throws rolls the transaction back.
   */
  beforeCommit(action: () => Promise<void>): void {
    this.requireOpen();
    this.committing.push(action);
  }

  /** @internal */
  async runBeforeCommit(): Promise<void> {
    for (const action of this.committing) await action();
  }

  /** Runs after COMMIT has succeeded, never on a rollback. Must not throw and must not be needed for correctness. */
  afterCommit(action: () => void): void {
    this.requireOpen();
    this.committed.push(action);
  }

  /**
   * No statement after this: its connection is somebody else's soon.
   * @internal
   */
  close(): void {
    this.ended = true;
  }

  /**
   * Closes a transaction that is to be committed.
   * @internal
   * @throws what the driver refused: it was never sent, so PostgreSQL would commit without it
   */
  end(): void {
    this.sendGathered();
    this.close();
    if (this.failure && !isRefusal(this.failure.error)) throw this.failure.error;
  }

  /**
   * What to tell of a transaction that did not come about; `error` is what its work threw, undefined if it did not.
   * "Current transaction is aborted" hides the statement that aborted it. Asked when every statement was answered.
   * @internal
   */
  reason(error: unknown): unknown {
    if (this.sentFailure) return this.sentFailure.error;
    return (error === undefined || isKnockOn(error)) && this.failure ? this.failure.error : error;
  }

  /** @internal */
  runAfterCommit(): void {
    for (const action of this.committed) {
      try {
        action();
      } catch (error) {
        // The change stands: whoever asked for it must not be told otherwise.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  private sendGathered(): void {
    for (const { rows, values } of this.gathered.take()) this.put(rows, [JSON.stringify(values)]);
  }

  private put(sql: string | Statement, params: unknown[]): void {
    gatherWrites(this.client);
    this.client.query(toQuery(sql, params), (error) => {
      if (!error) return;
      this.failure ??= { error };
      if (!isKnockOn(error)) this.sentFailure ??= { error };
    });
  }

  private requireOpen(): void {
    if (this.ended) throw new Error('the transaction has ended: nothing can be done in it any more');
  }
}

function toQuery(sql: string | Statement, values: unknown[]) {
  return typeof sql === 'string' ? { text: sql, values } : { name: sql.name, text: sql.text, values };
}
