import type { EventType } from '@property-office/contracts';
import { isCrewFeed } from './event-listeners';

const staysWithArchives = 'Whoever looks at a record reads it from archives, which logs that; nobody keeps a copy of a record.';
const doneBefore = 'Whoever it concerns does it or is there when it is done; the ledger of archives keeps it.';
const decidedInArchives = 'Whoever has the next thing to do is told by the act before or after it; the list is read from archives.';
const asRecord =
  'Sign-in is the concern of directory alone; the ledger keeps it as a record of who was let in.';

/**
 * Why no service reacts to an event, where one could. One that is here and does have a reaction, or has neither, fails
 * the architecture tests.
 */
const reasons: Partial<Record<EventType, string>> = {
  'directory.account-secured.v1': asRecord,
  'archives.proposal-accepted.v1': staysWithArchives,
  'archives.record-described.v1': staysWithArchives,
  'archives.record-moved.v1': staysWithArchives,
  'archives.hold-set.v1': staysWithArchives,
  'archives.hold-lifted.v1': staysWithArchives,
  'archives.admission-ended.v1': staysWithArchives,
  'archives.record-kept.v1': staysWithArchives,
  'archives.opinion-given.v1': decidedInArchives,
  'archives.witness-link-issued.v1': decidedInArchives,
  'archives.witness-link-revoked.v1': decidedInArchives,
  'archives.destruction-carried-out.v1': 'Files wipes the bytes of each record by an event of its own; who applied hears when the certificate is whole.',
  'archives.destruction-reapplied.v1': 'Written while no office runs; what is gone again is wiped by the same command.',
  'archives.stocktake-closed.v1': decidedInArchives,
  'archives.record-handed-over.v1': 'Its bytes stay, for the package; whoever looks at the record reads from archives that it is handed over.',
  'archives.living-file-handed-over.v1': staysWithArchives,
  'archives.living-hold-set.v1': staysWithArchives,
  'archives.living-hold-lifted.v1': staysWithArchives,
  'archives.living-file-closed.v1': 'The record it proposes is an event of its own.',
  'archives.hand-over-link-issued.v1': decidedInArchives,
  'archives.hand-over-link-revoked.v1': decidedInArchives,
  'archives.fonds-set.v1': staysWithArchives,
  'archives.intake-rule-set.v1': staysWithArchives,
  'archives.required-paper-set.v1': staysWithArchives,
  'archives.required-paper-retired.v1': staysWithArchives,
  'archives.loan-withdrawn.v1': doneBefore,
  'archives.loan-handed-over.v1': doneBefore,
  'archives.loan-opened.v1': doneBefore,
  'archives.month-ended.v1': 'Who keeps the archives hears of it when it is counted.',
  'archives.month-asked-again.v1': doneBefore,
  'archives.month-explained.v1': doneBefore,
  'archives.month-closed.v1': doneBefore,
  'archives.repair-register-made.v1': 'It is proposed as a record in the same transaction.',
  'archives.copy-withdrawn.v1': doneBefore,
  'archives.copy-handed-over.v1': doneBefore,
};

/** @returns undefined where nobody has said why */
export function reasonUnheard(type: EventType): string | undefined {
  return isCrewFeed(type)
    ? 'It is for whoever of the crew subscribes to its subject; services take the events of the work order.'
    : reasons[type];
}
