import { Injectable } from '@nestjs/common';
import { shieldObject } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Complaints } from '../../persistence/complaints';
import { HiddenTasks } from '../../persistence/hidden-tasks';

/** What is hidden from somebody is hidden from every crew they come to belong to (W2.3), and so are those it goes on for. */
@Injectable()
export class HideFromCrew {
  constructor(
    private readonly complaints: Complaints,
    private readonly hiddenTasks: HiddenTasks,
  ) {}

  async execute(tx: Transaction, personId: string, crewId: string, act: Act): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `WITH RECURSIVE about (id) AS (
         SELECT c.id FROM complaint c WHERE c.about_person_ids @> ARRAY[$1::uuid]
         UNION SELECT c.id FROM complaint c JOIN about a ON c.merged_into = a.id)
       SELECT c.id FROM about c WHERE NOT EXISTS (SELECT 1 FROM object_shield s WHERE s.object_id = c.id AND s.subject = 'crew:' || $2::text) ORDER BY c.id`,
      [personId, crewId],
    );
    for (const { id } of rows) {
      const complaint = await this.complaints.lockForFact(tx, id);
      const hiddenFrom = { personIds: [], crewIds: [crewId] };
      shieldObject(tx, id, hiddenFrom);
      this.complaints.advance(tx, complaint, act, { kind: 'hidden', hiddenFrom });
      await this.hiddenTasks.cancel(tx, complaint, act);
    }
  }
}
