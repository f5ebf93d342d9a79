import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { PasswordHasher } from '../../passwords/password-hasher';
import { Account } from '../../persistence/account.entity';
import { endSessions } from '../../sessions/end-sessions';
import { SignInAttempts } from '../../sessions/sign-in-attempts';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
  /** Where it comes from; see `sourceOf`. */
  source: string;
}

/** One's own password. Guessing the present one counts as guessing at the door; the other sessions end. */
@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: PasswordHasher,
  ) {}

  /** @throws present-password-wrong (400), account-unknown (404), sign-in-locked (429) */
  async execute(
    principal: Principal,
    { currentPassword, newPassword, source }: PasswordChange,
  ): Promise<void> {
    const account = await this.database.dataSource
      .getRepository(Account)
      .findOneBy({ id: principal.accountId });
    if (!account || account.closedAt) throw directoryErrors.accountUnknown();
    const keys = this.attempts.keysOf(account.login, source);
    await this.attempts.assertAllowed(keys);
    const right = await this.passwords.matches(account.passwordHash, currentPassword);
    const passwordHash = right ? await this.passwords.hash(newPassword) : '';
    // Committed in any case: a failure must be remembered.
    const changed = await this.database.transaction(async (tx) => {
      const rows = await tx.query(
        'UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2 AND closed_at IS NULL AND $4 RETURNING id',
        [account.id, account.passwordHash, passwordHash, right],
      );
      if (rows.length === 0) {
        await this.attempts.failed(tx, keys);
        return false;
      }
      await this.attempts.succeeded(tx, keys);
      await endSessions(tx, account.id, principal.sessionId);
      return true;
    });
    if (!changed) throw directoryErrors.presentPasswordWrong();
  }
}
