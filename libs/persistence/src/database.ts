import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { EnduringClient } from './enduring-client';
import { isRefusal, UnknownOutcomeError } from './errors';
import { gatherWrites } from './gather-writes';
import { HeldConnection } from './held-connection';
import { defaultLimits, serverLimits, type DatabaseLimits } from './limits';
import { searchPathOption, type ServiceSchema } from './service-schema';
import { statement, type Statement } from './statement';
import { Transaction } from './transaction';

const readNow = statement('platform_now', 'SELECT platform.now() AS now');

/** One service's door to its own schema, with its own bounded pool. */
export class Database {
  readonly service: string;
  readonly poolSize: number;
  readonly dataSource: DataSource;

  constructor(schema: ServiceSchema, url: string, limits: DatabaseLimits = defaultLimits) {
    this.service = schema.service;
    this.poolSize = schema.poolSize;
    this.dataSource = new DataSource({
      type: 'postgres',
      url,
      schema: schema.service,
      entities: schema.entities,
      synchronize: false,
      installExtensions: false,
      poolSize: schema.poolSize,
      connectTimeoutMS: limits.acquireMs,
      applicationName: `property-office ${schema.service}`,
      // A connection the server closes while it is idle is dropped by the pool; whoever needs one next learns more.
      poolErrorHandler: () => undefined,
      extra: {
        Client: EnduringClient,
        pipeline: true,
        options: `${searchPathOption(schema.service)} ${serverLimits(limits)}`,
        query_timeout: limits.answerMs,
        idleTimeoutMillis: 30_000,
        keepAlive: true,
      },
    });
  }

  async connect(): Promise<void> {
    await this.dataSource.initialize();
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Connections in use, idle and waited for. */
  poolState(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** One statement outside a transaction: reads. */
  async query<R extends QueryResultRow = QueryResultRow>(
    sql: string | Statement,
    params: unknown[] = [],
  ): Promise<R[]> {
    const query =
      typeof sql === 'string'
        ? { text: sql, values: params }
        : { name: sql.name, text: sql.text, values: params };
    const result = await this.pool.query<R>(query);
    return result.rows;
  }

  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
   * @throws UnknownOutcomeError when the connection broke during COMMIT
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const held = await HeldConnection.take(this.dataSource);
    try {
      held.inTransaction(true);
      const tx = await begin(held);
      let result: T;
      try {
        result = await work(tx);
        await tx.runBeforeCommit();
        tx.end();
      } catch (error) {
        // Asked before: a connection whose statement took too long is given up by us in the rollback.
        const { lost } = held;
        await rollback(held, tx);
        throw lost ?? tx.reason(error);
      }
      await commit(held, tx);
      tx.runAfterCommit();
      return result;
    } finally {
      held.inTransaction(false);
      await held.giveBack();
    }
  }

  private get pool(): Pool {
    if (!this.dataSource.isInitialized) throw new Error('Driver not Connected: the database is not open');
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** BEGIN travels with the reading of the clock: one round trip. */
async function begin({ runner, client }: HeldConnection): Promise<Transaction> {
  gatherWrites(client);
  const begun = client.query('BEGIN');
  begun.catch(() => undefined);
  const [{ now }] = (await client.query<{ now: Date }>(readNow)).rows as [{ now: Date }];
  await begun;
  return new Transaction(runner, client, now);
}

/** Also waits until every statement sent before is answered. */
async function rollback(held: HeldConnection, tx: Transaction): Promise<void> {
  tx.close();
  if (!held.lost) await held.client.query('ROLLBACK').catch(() => undefined);
}

async function commit(held: HeldConnection, tx: Transaction): Promise<void> {
  if (held.lost) throw held.lost;
  let answer: string;
  try {
    answer = (await held.client.query('COMMIT')).command;
  } catch (error) {
    // A deferred constraint that fails at COMMIT is a plain refusal; all else leaves open what happened.
    if (isRefusal(error)) throw error;
    throw new UnknownOutcomeError((error as Error).message, { cause: error });
  }
  // A statement that failed has aborted the transaction: the COMMIT behind it was answered with ROLLBACK.
  if (answer !== 'COMMIT')
    throw tx.reason(undefined) ?? new Error('the transaction was aborted before its COMMIT');
}
