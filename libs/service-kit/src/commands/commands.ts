import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, SharedTransactions, type Transaction } from '@property-office/persistence';
import { requestErrors } from '../problems/request-errors';
import { Answer, ok } from './answer';
import { inStep } from '../tracing/steps';
import type { CommandContext } from './command-context';
import { idempotencyConstraint, reserveKey, storeAnswer, storedAnswer } from './stored-answer';

/**
 * The one place where a use case gets its transaction and its idempotency. A service's module lists it as a provider;
 * it works on that service's database.
 */
@Injectable()
export class Commands {
  private readonly shared: SharedTransactions;

  constructor(private readonly database: Database) {
    this.shared = new SharedTransactions(database);
  }

  /**
   * Runs `work` in one transaction whose first insert takes the command's key. The answer is stored with it, so a
   * repeat within 7 days gets the same one and changes nothing; a refusal stores nothing.
   * @param prepare looks up what the work needs from elsewhere, before the transaction begins: inside it nothing but its
   *   own connection may be waited for
   * @throws keyReused (422), UnknownOutcomeError (503), and whatever `prepare` and `work` throw
   */
  async run<T, P = undefined>(
    command: CommandContext,
    work: (tx: Transaction, prepared: P) => Promise<Answer<T>> | Answer<T>,
    prepare?: () => Promise<P>,
  ): Promise<Answer<T>> {
    const prepared = prepare ? await this.prepared(command, prepare) : undefined;
    if (prepared instanceof Answer) return prepared as Answer<T>;
    try {
      return await inTransaction(command, () => this.database.transaction(async (tx) => {
        const key = reserveKey(tx, command);
        const answer = await work(tx, prepared as P);
        storeAnswer(tx, key, answer);
        return answer;
      }));
    } catch (error) {
      return this.refused(error, command);
    }
  }

  /**
   * As `run`, for work that only writes rows with `tx.save`, `tx.gather` and `ledger.append`: commands that come at once
   * share a transaction. For what hundreds of people do in the same second.
   */
  async runShared<T, P>(
    command: CommandContext,
    work: (tx: Transaction, prepared: P) => Answer<T>,
    prepare: () => Promise<P>,
  ): Promise<Answer<T>> {
    const prepared = await this.prepared(command, prepare);
    if (prepared instanceof Answer) return prepared as Answer<T>;
    try {
      return await inTransaction(command, () => this.shared.run((tx) => {
        const key = reserveKey(tx, command);
        const answer = work(tx, prepared);
        storeAnswer(tx, key, answer);
        return answer;
      }));
    } catch (error) {
      return this.refused(error, command);
    }
  }

  /** An act on something that exists: answers 200 with it as it is afterwards, its version as ETag. */
  act<T extends { version: number }, V>(
    command: CommandContext,
    work: (tx: Transaction) => Promise<T>,
    viewOf: (thing: T) => V,
  ): Promise<Answer<V>> {
    return this.run(command, async (tx) => {
      const thing = await work(tx);
      return ok(viewOf(thing), thing.version);
    });
  }

  /** Under a key that was used before the first answer is given again; all else is refused. */
  private async refused<T>(error: unknown, command: CommandContext): Promise<Answer<T>> {
    if (isUniqueViolation(error, idempotencyConstraint)) return this.repeat(command);
    throw error;
  }

  /** A refusal of what was accepted before must not hide the answer it was given. */
  private async prepared<P>(
    command: CommandContext,
    prepare: () => Promise<P>,
  ): Promise<P | Answer<unknown>> {
    try {
      return await prepare();
    } catch (error) {
      const answer = await storedAnswer(this.database, command);
      if (answer) return answer;
      throw error;
    }
  }

  /**
   * The answer already given to this command.
   * @throws keyReused (422); unavailable (503) when the row has just been cleaned away
   */
  private async repeat<T>(command: CommandContext): Promise<Answer<T>> {
    const answer = await storedAnswer<T>(this.database, command);
    if (!answer) throw requestErrors.unavailable({}, { retryAfter: 1 });
    return answer;
  }
}

function inTransaction<T>({ operation }: CommandContext, work: () => Promise<T>): Promise<T> {
  return inStep({ name: `transaction ${operation}`, kind: 'internal', attributes: { 'db.system.name': 'postgresql', operation } }, work);
}
