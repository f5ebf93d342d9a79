import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import type { ServiceSchema } from '@property-office/persistence';
import { Loan } from './loan.entity';
import { Destructions1763901300800 } from './migrations/1763901300800-destructions.migration';
import { Records1763901300000 } from './migrations/1763901300000-records.migration';
import { LivingFiles1763901300200 } from './migrations/1763901300200-living-files.migration';
import { Proposals1763901300100 } from './migrations/1763901300100-proposals.migration';
import { FondsAndShields1763901300300 } from './migrations/1763901300300-fonds-and-shields.migration';
import { Staff1763901300400 } from './migrations/1763901300400-staff.migration';
import { OfficeNames1763901300500 } from './migrations/1763901300500-office-names.migration';
import { Fixity1766200000000 } from './migrations/1766200000000-fixity.migration';
import { Lending1766100000000 } from './migrations/1766100000000-lending.migration';
import { Stocktakes1766410000000 } from './migrations/1766410000000-stocktakes.migration';
import { StocktakeRules1766410200000 } from './migrations/1766410200000-stocktake-rules.migration';
import { WipesByList1766300000000 } from './migrations/1766300000000-wipes-by-list.migration';
import { HandOvers1766400000000 } from './migrations/1766400000000-hand-overs.migration';
import { HandOver } from '../hand-overs/persistence/hand-over.entity';
import { RecordCopy } from './record-copy.entity';
import { Appraisal } from '../destructions/persistence/appraisal.entity';
import { Destruction } from '../destructions/persistence/destruction.entity';
import { Stocktake } from '../stocktakes/persistence/stocktake.entity';
import { Reconciliation1766430000000 } from './migrations/1766430000000-reconciliation.migration';
import { MonthsByZone1766450000000 } from './migrations/1766450000000-months-by-zone.migration';
import { ReconciledSince1766470000000 } from './migrations/1766470000000-reconciled-since.migration';
import { ReconcilingMonths1766470100000 } from './migrations/1766470100000-reconciling-months.migration';
import { Devices1766610000000 } from './migrations/1766610000000-devices.migration';
import { LivingFixity1766800000000 } from './migrations/1766800000000-living-fixity.migration';
import { HandOverParts1766800100000 } from './migrations/1766800100000-hand-over-parts.migration';
import { FollowedRepairs1795963200000 } from './migrations/1795963200000-followed-repairs.migration';
import { RecordTexts1795963260000 } from './migrations/1795963260000-record-texts.migration';
import { Warranties1795963320000 } from './migrations/1795963320000-warranties.migration';
import { LivingVolumes1795963860000 } from './migrations/1795963860000-living-volumes.migration';
import { ReturnedVolumes1795968900000 } from './migrations/1795968900000-returned-volumes.migration';
import { CompletenessLists1795970900000 } from './migrations/1795970900000-completeness-lists.migration';
import { ToldEnds1795970960000 } from './migrations/1795970960000-told-ends.migration';
import { FoundRecords1795971020000 } from './migrations/1795971020000-found-records.migration';
import { ArchiveMonth } from '../reconciliation/persistence/archive-month.entity';
import { RecordProposal } from './record-proposal.entity';
import { RecordState } from './record-state.entity';

export const archivesSchema: ServiceSchema = {
  service: 'archives',
  entities: [RecordState, RecordProposal, Loan, RecordCopy, Appraisal, Destruction, Stocktake, HandOver, ArchiveMonth],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    Records1763901300000,
    Proposals1763901300100,
    LivingFiles1763901300200,
    FondsAndShields1763901300300,
    Staff1763901300400,
    OfficeNames1763901300500,
    Destructions1763901300800,
    Lending1766100000000,
    Fixity1766200000000,
    WipesByList1766300000000,
    HandOvers1766400000000,
    Stocktakes1766410000000,
    StocktakeRules1766410200000,
    Reconciliation1766430000000,
    MonthsByZone1766450000000,
    ReconciledSince1766470000000,
    ReconcilingMonths1766470100000,
    Devices1766610000000,
    LivingFixity1766800000000,
    HandOverParts1766800100000,
    FollowedRepairs1795963200000,
    RecordTexts1795963260000,
    Warranties1795963320000,
    LivingVolumes1795963860000,
    ReturnedVolumes1795968900000,
    CompletenessLists1795970900000,
    ToldEnds1795970960000,
    FoundRecords1795971020000,
  ],
  poolSize: 3,
  actRoles: ['destroy'],
};
