import type { Database, Transaction } from '@property-office/persistence';
import { FewAtOnce } from './few-at-once';
import { secondTriesAtOnce } from './second-tries';

/** What settling needs of a database. */
export type DatabaseUse = Pick<Database, 'service' | 'query' | 'transaction'>;

/**
 * The database of a service as its reactions use it. They are dozens and its connections a few: what waits longer than the
 * pool lets people wait would count as an outage, and pause them all. So they take turns for connections here, one turn for
 * each transaction or statement: who waits for something else holds none. One connection is left for everything else; in a
 * small pool all but the second tries that may hang.
 *
 * Not to be asked inside a transaction of its own: that one would hold a turn and wait for another.
 */
export class InTurns implements DatabaseUse {
  readonly service: string;
  private readonly turns: FewAtOnce;

  constructor(private readonly database: Database) {
    this.service = database.service;
    this.turns = new FewAtOnce(Math.max(secondTriesAtOnce + 1, database.poolSize - 1));
  }

  query: DatabaseUse['query'] = (sql, params) => this.turns.run(() => this.database.query(sql, params));

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.turns.run(() => this.database.transaction(work));
  }
}
