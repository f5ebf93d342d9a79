import { Injectable } from '@nestjs/common';
import { Database, statement, type Transaction } from '@property-office/persistence';
import { overStates } from '../domain/complaint-states';
import type { Complaint } from './complaint.entity';

const keep = statement('followed_up_keep', 'INSERT INTO followed_up (complaint_id, round) VALUES ($1, $2) ON CONFLICT DO NOTHING');

/** Own copy of which rounds have been followed up: until then somebody deals with a case that is closed. */
@Injectable()
export class FollowedUp {
  constructor(private readonly database: Database) {}

  keep(tx: Transaction, complaintId: string, round: number): void {
    tx.send(keep, [complaintId, round]);
  }

  /** Whether nobody has anything to do with who complains any more. */
  async isOver({ id, round, state }: Complaint): Promise<boolean> {
    if (state !== 'closed') return overStates.includes(state);
    return (await this.database.query('SELECT 1 FROM followed_up WHERE complaint_id = $1 AND round = $2', [id, round])).length > 0;
  }
}
