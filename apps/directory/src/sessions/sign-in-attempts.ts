import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { Database, type Transaction } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';
import {
  afterFailure,
  forgottenAfterMs,
  loginPolicy,
  secondsLocked,
  sourcePolicy,
  type Failures,
  type LockPolicy,
} from '../domain/sign-in-lock';

/** Whose failures are counted: those of one login, and those from one address. */
export interface AttemptKeys {
  login: string;
  source: string;
}

interface FailureRow {
  count: number;
  last_failed_at: Date;
  locked_until: Date | null;
  real_now: Date;
}

const select =
  'SELECT count, last_failed_at, locked_until, clock_timestamp() AS real_now FROM sign_in_failure WHERE key = ANY($1)';

/** Rows of others removed with each failure, so that made-up logins do not pile up. */
const swept = 20;

/** The memory of failed sign-ins, in the database: one for all replicas, and it survives a restart. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param login as `normalLogin` writes it */
  keysOf(login: string, source: string): AttemptKeys {
    return {
      login: `login ${this.cipher.blindIndex('directory.sign_in_failure.login', login)}`,
      source: `source ${this.cipher.blindIndex('directory.sign_in_failure.source', source)}`,
    };
  }

  /** Before any password is looked at: while it is locked nothing is, and nothing is learnt. @throws sign-in-locked (429) */
  async assertAllowed({ login, source }: AttemptKeys): Promise<void> {
    const rows = await this.database.query<FailureRow>(select, [[login, source]]);
    for (const row of rows) assertUnlocked(row);
  }

  /**
   * A password was right. Attempts side by side queue up here and in `failed`, login before source: once one of them has
   * locked the door, the rest are refused whatever they found.
   * @throws sign-in-locked (429)
   */
  async succeeded(tx: Transaction, { login, source }: AttemptKeys): Promise<void> {
    const rows = await tx.query<FailureRow>(`${select} ORDER BY key FOR UPDATE`, [[login, source]]);
    for (const row of rows) assertUnlocked(row);
    // The source is not forgiven: else whoever has one account could try the passwords of others in between.
    if (rows.length > 0) tx.send('DELETE FROM sign_in_failure WHERE key = $1', [login]);
  }

  /** A password was wrong, or there is no such login. @throws sign-in-locked (429) */
  async failed(tx: Transaction, { login, source }: AttemptKeys): Promise<void> {
    const ofLogin = await lockRow(tx, login);
    const ofSource = await lockRow(tx, source);
    write(tx, login, ofLogin, loginPolicy);
    write(tx, source, ofSource, sourcePolicy);
    tx.send(
      `DELETE FROM sign_in_failure WHERE key IN (
         SELECT key FROM sign_in_failure WHERE last_failed_at < clock_timestamp() - make_interval(secs => $1)
         ORDER BY last_failed_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [forgottenAfterMs / 1000, swept],
    );
  }

  /** A new password was set by somebody in charge. */
  forgive(tx: Transaction, login: string): void {
    tx.send('DELETE FROM sign_in_failure WHERE key = $1', [this.keysOf(login, '').login]);
  }
}

async function lockRow(tx: Transaction, key: string): Promise<FailureRow> {
  const [row] = await tx.query<FailureRow>(
    `INSERT INTO sign_in_failure (key, count, last_failed_at) VALUES ($1, 0, clock_timestamp())
     ON CONFLICT (key) DO UPDATE SET key = excluded.key
     RETURNING count, last_failed_at, locked_until, clock_timestamp() AS real_now`,
    [key],
  );
  assertUnlocked(row!);
  return row!;
}

function assertUnlocked(row: FailureRow): void {
  const seconds = secondsLocked(failuresOf(row), row.real_now);
  if (seconds > 0) throw directoryErrors.locked(seconds);
}

function write(tx: Transaction, key: string, row: FailureRow, policy: LockPolicy): void {
  const { count, lastAt, lockedUntil } = afterFailure(failuresOf(row), policy, row.real_now);
  tx.send('UPDATE sign_in_failure SET count = $2, last_failed_at = $3, locked_until = $4 WHERE key = $1', [
    key,
    count,
    lastAt,
    lockedUntil,
  ]);
}

function failuresOf({ count, last_failed_at, locked_until }: FailureRow): Failures {
  return { count, lastAt: last_failed_at, lockedUntil: locked_until };
}
