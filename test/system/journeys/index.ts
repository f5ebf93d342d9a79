import type { Journey } from '../../support/journey';
import { archives } from './archives';
import { attachments } from './attachments';
import { channels } from './channels';
import { complaintJourneys } from './complaint-journeys';
import { confirmedResult } from './confirmed-result';
import { contactDesk } from './contact-desk';
import { deputiesAndPromises } from './deputies-and-promises';
import { documents } from './documents';
import { liveStream } from './live-stream';
import { notices } from './notices';
import { repairJourneys } from './repair-journeys';
import { residents } from './residents';

/**
 * In the order in which one office can be walked through. The demonstration's duty plan lasts a week: first who needs it. Then who
 * moves the clock by weeks, while little is under way whose deadlines would pass with it; last who leaves much under way.
 */
export const inside: readonly Journey[] = [
  deputiesAndPromises,
  documents,
  archives,
  contactDesk,
  complaintJourneys,
  confirmedResult,
  repairJourneys,
  attachments,
  liveStream,
  residents,
];

/** What leaves the house is received. The channels count all of it, so nobody is there before them. */
export const reaching: readonly Journey[] = [channels, notices];
