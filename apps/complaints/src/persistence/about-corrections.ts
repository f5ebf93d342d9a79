import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from './complaint.entity';

export interface AboutCorrection {
  formerPersonIds: string[];
  formerCrewIds: string[];
  reason: string;
  correctedBy: string;
  correctedAt: Date;
}

/** Whom a complaint was said to be about before: nothing that was said is erased (G3). */
@Injectable()
export class AboutCorrections {
  constructor(private readonly database: Database) {}

  of(complaintId: string): Promise<AboutCorrection[]> {
    return this.database.query<AboutCorrection & Record<string, unknown>>(
      `SELECT about_person_ids AS "formerPersonIds", about_crew_ids AS "formerCrewIds", reason, corrected_by AS "correctedBy", corrected_at AS "correctedAt"
       FROM about_correction WHERE complaint_id = $1 ORDER BY version`,
      [complaintId],
    );
  }

  keep(tx: Transaction, { id, version, aboutPersonIds, aboutCrewIds }: Complaint, { actor, happenedAt }: Act, reason: string): void {
    tx.send(
      `INSERT INTO about_correction (complaint_id, version, about_person_ids, about_crew_ids, reason, corrected_by, corrected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, version, aboutPersonIds, aboutCrewIds, reason, actor.personId, happenedAt],
    );
  }
}
