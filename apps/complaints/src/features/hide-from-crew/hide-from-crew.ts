import { Injectable } from '@nestjs/common';
import { shieldObject } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Complaints } from '../../persistence/complaints';

/** What is hidden from somebody is hidden from every crew they come to belong to (W2.3). */
@Injectable()
export class HideFromCrew {
  constructor(private readonly complaints: Complaints) {}

  async execute(tx: Transaction, personId: string, crewId: string, act: Act): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `SELECT c.id FROM complaint c WHERE c.about_person_ids @> ARRAY[$1::uuid]
         AND NOT EXISTS (SELECT 1 FROM object_shield s WHERE s.object_id = c.id AND s.subject = 'crew:' || $2::text) ORDER BY c.id`,
      [personId, crewId],
    );
    for (const { id } of rows) {
      const complaint = await this.complaints.lockForFact(tx, id);
      const hiddenFrom = { personIds: [], crewIds: [crewId] };
      shieldObject(tx, id, hiddenFrom);
      this.complaints.advance(tx, complaint, act, { kind: 'hidden', hiddenFrom });
    }
  }
}
