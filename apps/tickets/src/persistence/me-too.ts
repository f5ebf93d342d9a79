import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { statesAtWork, type RepairState } from '../domain/repair-states';
import type { RepairRequest } from './repair-request.entity';

/** Another request of the same, as whoever is about to report it sees it: neither words nor people. */
export interface SimilarRepair {
  id: string;
  number: string;
  state: RepairState;
  category: string;
  recordedAt: Date;
  meToo: number;
}

/** So old that it may well be another fault. */
const recentDays = 14;
const mostOffered = 5;
/** Whoever said so before a report of their own was merged into it is counted there. */
const counted = `(SELECT count(*)::int FROM me_too m WHERE m.request_id = r.id
  AND NOT EXISTS (SELECT 1 FROM repair_request d WHERE d.merged_into = r.id AND d.reporter_id = m.person_id))`;

/** Who has met the same as somebody reported (我也遇到), and what is there to be met. */
@Injectable()
export class MeToo {
  constructor(private readonly database: Database) {}

  /** Open requests of one category at one place, the newest first. */
  similarTo(locationId: string, category: string): Promise<SimilarRepair[]> {
    return this.database.query<SimilarRepair & Record<string, unknown>>(
      `SELECT r.id, r.number, r.state, r.category, r.recorded_at AS "recordedAt", ${counted} AS "meToo" FROM repair_request r
       WHERE r.location_id = $1 AND r.category = $2 AND r.state = ANY ($3) AND r.recorded_at > platform.now() - ${recentDays} * interval '1 day'
       ORDER BY r.recorded_at DESC, r.id DESC LIMIT ${mostOffered}`,
      [locationId, category, statesAtWork],
    );
  }

  /** @returns whether they had not said so before */
  async add(tx: Transaction, { id }: RepairRequest, personId: string): Promise<boolean> {
    const added = await tx.query('INSERT INTO me_too (request_id, person_id, said_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING person_id', [id, personId, tx.now]);
    return added.length > 0;
  }

  /** Whether a report of theirs was merged into a locked request: they hear of its outcome by that. */
  async reportedDouble(tx: Transaction, { id }: RepairRequest, personId: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM repair_request WHERE merged_into = $1 AND reporter_id = $2 LIMIT 1', [id, personId])).length > 0;
  }

  async count(tx: Transaction, { id }: RepairRequest): Promise<number> {
    const [row] = await tx.query<{ n: number }>(`SELECT ${counted} AS n FROM repair_request r WHERE r.id = $1`, [id]);
    return row!.n;
  }
}
