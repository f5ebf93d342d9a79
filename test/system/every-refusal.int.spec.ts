import { sweepOneOffice } from '../support/sweep/sweep';
import { illegalMoves } from './sweeps/illegal-moves';
import { names } from './sweeps/names';
import { otherPeoplesThings } from './sweeps/other-peoples-things';
import { reusedKeys } from './sweeps/reused-keys';
import { staleVersions } from './sweeps/stale-versions';

sweepOneOffice(names, otherPeoplesThings, staleVersions, reusedKeys, illegalMoves);
