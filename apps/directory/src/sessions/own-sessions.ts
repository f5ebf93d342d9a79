import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';

export interface OpenSession {
  id: string;
  device: string;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** Most sessions shown to a person, the latest first. */
const most = 100;

/** The sessions of one's own account. */
@Injectable()
export class OwnSessions {
  constructor(private readonly database: Database) {}

  async open({ accountId }: Principal): Promise<OpenSession[]> {
    return this.database.query<OpenSession>(
      `SELECT id, device, started_at AS "startedAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt" FROM session
       WHERE account_id = $1 AND ended_at IS NULL AND expires_at > clock_timestamp()
         AND last_seen_at + make_interval(secs => idle_seconds) > clock_timestamp()
       ORDER BY started_at DESC, id DESC LIMIT $2`,
      [accountId, most],
    );
  }

  /** Ends it at once. One that has ended already stays so. @throws session-unknown (404) */
  async end({ accountId }: Principal, sessionId: string): Promise<void> {
    const rows = await this.database.query(
      'UPDATE session SET ended_at = coalesce(ended_at, clock_timestamp()) WHERE id = $1 AND account_id = $2 RETURNING id',
      [sessionId, accountId],
    );
    if (rows.length === 0) throw directoryErrors.sessionUnknown();
  }
}
