import { Deadlines1763900000500 } from './1763900000500-deadlines.migration';
import { DeputiesByKind1763900000550 } from './1763900000550-deputies-by-kind.migration';
import { LevelsToldAnew1763900000560 } from './1763900000560-levels-told-anew.migration';

/** Listed by each service that keeps clocks, between the platform's and its own. */
export const deadlineMigrations = [Deadlines1763900000500, DeputiesByKind1763900000550, LevelsToldAnew1763900000560];
