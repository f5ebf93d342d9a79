import { walkInOneOffice } from '../support/journey';
import { attachments } from './journeys/attachments';
import { channels } from './journeys/channels';
import { complaintJourneys } from './journeys/complaint-journeys';
import { confirmedResult } from './journeys/confirmed-result';
import { contactDesk } from './journeys/contact-desk';
import { decisionsByLink } from './journeys/decisions-by-link';
import { hotline } from './journeys/hotline';
import { liveStream } from './journeys/live-stream';
import { notices } from './journeys/notices';
import { phoneNotes } from './journeys/phone-notes';
import { repairJourneys } from './journeys/repair-journeys';
import { residents } from './journeys/residents';
import { slips } from './journeys/slips';
import { traces } from './journeys/traces';
import { visitors } from './journeys/visitors';

// All journeys lead through processes of their own (separate-processes). Here those in which it counts that all is one process: what comes
// in and goes out at its door, streams, files, traces, and what calls on several services. The other way round, the sweeps over all
// operations, the simulated plans and most of test/faults know this deployment alone.
walkInOneOffice(
  'all-in-one',
  channels,
  notices,
  slips,
  decisionsByLink,
  phoneNotes,
  contactDesk,
  visitors,
  hotline,
  complaintJourneys,
  confirmedResult,
  repairJourneys,
  attachments,
  liveStream,
  residents,
  traces,
);
