import { walkInOneOffice } from '../support/journey';
import { journeys } from './journeys';
import { archives } from './journeys/archives';
import { causeMeasures } from './journeys/cause-measures';
import { complaintBranches } from './journeys/complaint-branches';
import { deputiesAndPromises } from './journeys/deputies-and-promises';
import { destructions } from './journeys/destructions';
import { deviceFiles } from './journeys/device-files';
import { documents } from './journeys/documents';
import { handOvers } from './journeys/hand-overs';
import { homeClaims } from './journeys/home-claims';
import { keptPapers } from './journeys/kept-papers';
import { rotatedKeys } from './journeys/rotated-keys';
import { stocktakes } from './journeys/stocktakes';

/**
 * Left out: what tells nothing of this deployment that the others here do not, and that keys are read anew by each process. separate-processes
 * walks it, with all the others. Walked is what comes in and goes out at the door, streams, files, traces, and what calls on several services.
 * The sweeps over all operations, the simulated plans and most of test/faults know this deployment alone.
 */
const leftOut = new Set([archives, causeMeasures, complaintBranches, deputiesAndPromises, destructions, deviceFiles, documents, handOvers, homeClaims, keptPapers, rotatedKeys, stocktakes]);

walkInOneOffice('all-in-one', ...journeys.filter((each) => !leftOut.has(each)));
