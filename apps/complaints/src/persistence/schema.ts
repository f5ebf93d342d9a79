import { platformMigrations } from '@property-office/backbone';
import type { ServiceSchema } from '@property-office/persistence';
import { Complaint } from './complaint.entity';
import { Complaints1763901100000 } from './migrations/1763901100000-complaints.migration';
import { Conversions1763901100100 } from './migrations/1763901100100-conversions.migration';
import { Suggestion } from './suggestion.entity';

export const complaintsSchema: ServiceSchema = {
  service: 'complaints',
  entities: [Complaint, Suggestion],
  migrations: [...platformMigrations, Complaints1763901100000, Conversions1763901100100],
  poolSize: 3,
};
