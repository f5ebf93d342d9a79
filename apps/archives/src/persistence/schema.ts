import { platformMigrations } from '@property-office/backbone';
import type { ServiceSchema } from '@property-office/persistence';
import { Records1763901300000 } from './migrations/1763901300000-records.migration';
import { RecordState } from './record-state.entity';

export const archivesSchema: ServiceSchema = {
  service: 'archives',
  entities: [RecordState],
  migrations: [...platformMigrations, Records1763901300000],
  poolSize: 3,
};
