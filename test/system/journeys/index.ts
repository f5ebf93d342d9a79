import type { Journey } from '../../support/journey';
import { archives } from './archives';
import { attachments } from './attachments';
import { causeMeasures } from './cause-measures';
import { channels } from './channels';
import { complaintBranches } from './complaint-branches';
import { complaintJourneys } from './complaint-journeys';
import { confirmedResult } from './confirmed-result';
import { contactDesk } from './contact-desk';
import { decisionsByLink } from './decisions-by-link';
import { deputiesAndPromises } from './deputies-and-promises';
import { destructions } from './destructions';
import { deviceFiles } from './device-files';
import { documents } from './documents';
import { handOvers } from './hand-overs';
import { homeClaims } from './home-claims';
import { hotline } from './hotline';
import { keptPapers } from './kept-papers';
import { liveStream } from './live-stream';
import { notices } from './notices';
import { phoneNotes } from './phone-notes';
import { repairJourneys } from './repair-journeys';
import { residents } from './residents';
import { rotatedKeys } from './rotated-keys';
import { stocktakes } from './stocktakes';
import { slips } from './slips';
import { traces } from './traces';
import { visitors } from './visitors';

/**
 * In the order in which one office can be walked through. The channels count all that leaves the house, so nobody is there before them. The
 * demonstration's duty plan lasts a week: then who needs it. Then who moves the clock by weeks, while little is under way whose deadlines
 * would pass with it; then who leaves much under way; last the traces, which are those of all.
 */
export const journeys: readonly Journey[] = [
  channels,
  deputiesAndPromises,
  notices,
  slips,
  decisionsByLink,
  documents,
  archives,
  deviceFiles,
  keptPapers,
  destructions,
  stocktakes,
  phoneNotes,
  homeClaims,
  handOvers,
  contactDesk,
  visitors,
  causeMeasures,
  complaintBranches,
  hotline,
  complaintJourneys,
  confirmedResult,
  repairJourneys,
  attachments,
  liveStream,
  residents,
  rotatedKeys,
  traces,
];
