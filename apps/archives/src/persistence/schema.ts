import { platformMigrations } from '@property-office/backbone';
import type { ServiceSchema } from '@property-office/persistence';
import { Records1763901300000 } from './migrations/1763901300000-records.migration';
import { LivingFiles1763901300200 } from './migrations/1763901300200-living-files.migration';
import { Proposals1763901300100 } from './migrations/1763901300100-proposals.migration';
import { FondsAndShields1763901300300 } from './migrations/1763901300300-fonds-and-shields.migration';
import { Staff1763901300400 } from './migrations/1763901300400-staff.migration';
import { OfficeNames1763901300500 } from './migrations/1763901300500-office-names.migration';
import { RecordProposal } from './record-proposal.entity';
import { RecordState } from './record-state.entity';

export const archivesSchema: ServiceSchema = {
  service: 'archives',
  entities: [RecordState, RecordProposal],
  migrations: [...platformMigrations, Records1763901300000, Proposals1763901300100, LivingFiles1763901300200, FondsAndShields1763901300300, Staff1763901300400, OfficeNames1763901300500],
  poolSize: 3,
};
