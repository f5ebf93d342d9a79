import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';

export type ComplainantNotice =
  | 'complaint-accepted'
  | 'complaint-acknowledged'
  | 'complaint-promised'
  | 'complaint-explained'
  | 'complaint-result'
  | 'complaint-extended'
  | 'complaint-disputed'
  | 'complaint-closed'
  | 'suggestion-accepted'
  | 'suggestion-answered'
  | 'suggestion-carried-out';

/** The case a notice is about. */
export interface CaseToTellOf {
  type: 'complaint' | 'suggestion';
  id: string;
  siteId: string;
  number: string;
  version: number;
}

/**
 * What complainants are told. They are named in no event, so notifications cannot know them: a row here, which a sender
 * hands over, takes the place of a reaction there.
 */
@Injectable()
export class ComplainantNotices {
  tell(tx: Transaction, personIds: readonly string[], kind: ComplainantNotice, about: CaseToTellOf, act: Act): void {
    const occasion = `version-${about.version}`;
    for (const personId of personIds) {
      tx.send(
        `INSERT INTO complainant_notice (id, business_key, person_id, site_id, kind, subject_type, case_id, number, occasion, happened_at, next_try_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (business_key) DO NOTHING`,
        [
          newId(),
          [about.id, occasion, kind, personId].join(':'),
          personId,
          about.siteId,
          kind,
          about.type,
          about.id,
          about.number,
          occasion,
          act.happenedAt,
          tx.now,
        ],
      );
    }
  }
}
