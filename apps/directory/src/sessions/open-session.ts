import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { sessionTimesFor } from '../domain/session-times';
import type { Account } from '../persistence/account.entity';
import { rolesOfPerson } from '../persistence/roles-of-person';
import { newSessionToken, tokenHash } from './session-token';

export interface NewSession {
  token: string;
  expiresAt: Date;
  lastsSeconds: number;
}

/**
 * Begins a session of an account that the caller holds locked against being closed.
 * @param device what the browser or app calls itself
 */
export async function openSession(
  tx: Transaction,
  account: Pick<Account, 'id' | 'personId'>,
  device: string,
): Promise<NewSession> {
  const roles = await rolesOfPerson(tx, account.personId);
  const { idleSeconds, mostSeconds } = sessionTimesFor(roles.map(({ role }) => role));
  const token = newSessionToken();
  const [row] = await tx.query<{ expires_at: Date }>(
    `INSERT INTO session (id, account_id, token_hash, device, started_at, last_seen_at, idle_seconds, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp(), clock_timestamp(), $5, clock_timestamp() + make_interval(secs => $6))
     RETURNING expires_at`,
    [newId(), account.id, tokenHash(token), device, idleSeconds, mostSeconds],
  );
  tx.send(
    `DELETE FROM session WHERE account_id = $1 AND expires_at < clock_timestamp() - interval '30 days'`,
    [account.id],
  );
  return { token, expiresAt: row!.expires_at, lastsSeconds: mostSeconds };
}
