import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { normalLogin } from '../../domain/login';
import { PasswordHasher } from '../../passwords/password-hasher';
import { Account } from '../../persistence/account.entity';
import { openSession, type NewSession } from '../../sessions/open-session';
import { SignInAttempts } from '../../sessions/sign-in-attempts';

export interface SignInTry {
  login: string;
  password: string;
  /** Where it comes from; see `sourceOf`. */
  source: string;
  /** What the browser or app calls itself. */
  device: string;
}

/**
 * Opens a session for a login and its password. An unknown login, a closed account and a wrong password are one answer,
 * after the same work. The password is checked with no connection held.
 */
@Injectable()
export class SignInHandler {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: PasswordHasher,
  ) {}

  /** @throws wrong-credentials (401), sign-in-locked (429), sign-in-busy (503) */
  async execute({ login, password, source, device }: SignInTry): Promise<NewSession> {
    const name = normalLogin(login);
    const keys = this.attempts.keysOf(name, source);
    await this.attempts.assertAllowed(keys);
    const found = await this.database.dataSource.getRepository(Account).findOneBy({ login: name });
    const account = found?.closedAt ? null : found;
    const right = await this.passwords.matches(account?.passwordHash, password);
    // Committed in any case: a failure must be remembered.
    const session = await this.database.transaction(async (tx) => {
      const current = right && account ? await stillOpen(tx, account) : false;
      if (!current) {
        await this.attempts.failed(tx, keys);
        return undefined;
      }
      await this.attempts.succeeded(tx, keys);
      return openSession(tx, account!, device);
    });
    if (!session) throw directoryErrors.wrongCredentials();
    return session;
  }
}

/** Locks the account against being closed or given another password while the session begins. */
async function stillOpen(tx: Transaction, account: Account): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM account WHERE id = $1 AND closed_at IS NULL AND password_hash = $2 FOR SHARE',
    [account.id, account.passwordHash],
  );
  return rows.length > 0;
}
