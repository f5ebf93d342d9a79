import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** What TypeORM's runner does not offer in its type: it has begun a transaction, it gives up a connection. */
interface RunnerInside {
  isTransactionActive: boolean;
  transactionDepth: number;
  releasePostgresConnection(error?: Error): Promise<void>;
}

/** A connection taken out of the pool, together with TypeORM's runner on it. */
export class HeldConnection {
  /** Why the connection was lost, once it was. */
  lost: Error | undefined;

  private constructor(
    readonly runner: QueryRunner,
    readonly client: PoolClient,
  ) {
    client.on('error', this.onLost);
  }

  /** @throws when none became free in time */
  static async take(dataSource: DataSource): Promise<HeldConnection> {
    if (!dataSource.isInitialized) throw new Error('Driver not Connected: the database is not open');
    const runner = dataSource.createQueryRunner();
    try {
      return new HeldConnection(runner, (await runner.connect()) as PoolClient);
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  /** Tells TypeORM that a transaction is open, else `manager.save` would begin, and COMMIT, one of its own. */
  inTransaction(active: boolean): void {
    const inside = this.inside();
    inside.isTransactionActive = active;
    inside.transactionDepth = active ? 1 : 0;
  }

  /** Only a connection that is known to be outside any transaction is used again. */
  async giveBack(): Promise<void> {
    this.client.removeListener('error', this.onLost);
    const clean = !this.lost && this.client.getTransactionStatus() === 'I';
    await this.inside().releasePostgresConnection(
      clean ? undefined : (this.lost ?? new Error('left in a transaction')),
    );
  }

  private inside(): RunnerInside {
    return this.runner as unknown as RunnerInside;
  }

  private readonly onLost = (error: Error): void => {
    this.lost ??= error;
  };
}
