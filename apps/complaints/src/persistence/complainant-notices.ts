import { Injectable } from '@nestjs/common';
import { PersonNotices } from '@property-office/backbone';
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
  | 'complaint-merged'
  | 'complaint-unmerged'
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

/** What complainants are told, who are named in no event. */
@Injectable()
export class ComplainantNotices {
  constructor(private readonly notices: PersonNotices) {}

  tell(tx: Transaction, personIds: readonly string[], kind: ComplainantNotice, { siteId, version, ...about }: CaseToTellOf, act: Act): void {
    for (const personId of personIds) this.notices.tell(tx, { personId, siteId, kind, about, occasion: `version-${version}`, happenedAt: act.happenedAt });
  }
}
