import type { EventType } from '@property-office/contracts';
import { isCrewFeed } from './event-listeners';

const endKnownBefore = 'When a tie ends is said when it is ended; who keeps a copy compares times.';
const staysWithDirectory = 'Services know a person by id alone, and read what else they show from directory.';
const ofNotice = 'Whoever it concerns is told in the same transaction; the ledger keeps it as the record of how a notice came about.';
const forArchives = 'A record of it was proposed when it was released; nothing else needs a copy.';
const staysWithArchives = 'Whoever looks at a record reads it from archives, which logs that; nobody keeps a copy of a record.';
const asRecord =
  'Sign-in is the concern of directory alone; the ledger keeps it as a record of who was let in.';
const decidedInDirectory =
  'Who decides reads the list of claims, and the claimant their own; a tie that follows is in the principal.';

/**
 * Why no service reacts to an event, where one could. One that is here and does have a reaction, or has neither, fails
 * the architecture tests.
 */
const reasons: Partial<Record<EventType, string>> = {
  'directory.person-registered.v1': staysWithDirectory,
  'directory.tie-expired.v1': endKnownBefore,
  'directory.home-claimed.v1': decidedInDirectory,
  'directory.home-claim-confirmed.v1': decidedInDirectory,
  'directory.home-claim-refused.v1': decidedInDirectory,
  'directory.home-claim-withdrawn.v1': decidedInDirectory,
  'directory.account-secured.v1': asRecord,
  'archives.record-proposed.v1': staysWithArchives,
  'archives.proposal-accepted.v1': staysWithArchives,
  'archives.record-described.v1': staysWithArchives,
  'archives.record-moved.v1': staysWithArchives,
  'archives.hold-set.v1': staysWithArchives,
  'archives.hold-lifted.v1': staysWithArchives,
  'archives.admission-ended.v1': staysWithArchives,
  'archives.fonds-set.v1': staysWithArchives,
  'archives.intake-rule-set.v1': staysWithArchives,
  'notifications.notice-submitted.v1': ofNotice,
  'notifications.notice-recalled.v1': ofNotice,
  'notifications.notice-approved.v1': ofNotice,
  'notifications.notice-returned.v1': ofNotice,
  'notifications.notice-link-issued.v1': ofNotice,
  'notifications.notice-link-revoked.v1': ofNotice,
  'notifications.notice-scheduled.v1': ofNotice,
  'notifications.notice-unscheduled.v1': ofNotice,
  'notifications.notice-expired.v1': forArchives,
  'notifications.notice-discarded.v1': ofNotice,
  'notifications.notice-escalated.v1': ofNotice,
  'notifications.notice-shown-on-time.v1': ofNotice,
  'notifications.notice-review-escalated.v1': ofNotice,
  'notifications.notice-approval-escalated.v1': ofNotice,
  'notifications.notice-task-reminded.v1': ofNotice,
  'notifications.notice-channels-set.v1': ofNotice,
};

/** @returns undefined where nobody has said why */
export function reasonUnheard(type: EventType): string | undefined {
  return isCrewFeed(type)
    ? 'It is for whoever of the crew subscribes to its subject; services take the events of the work order.'
    : reasons[type];
}
