import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import type { ServiceSchema } from '@property-office/persistence';
import { Complaint } from './complaint.entity';
import { Complaints1763901100000 } from './migrations/1763901100000-complaints.migration';
import { Conversions1763901100100 } from './migrations/1763901100100-conversions.migration';
import { ConvertedCallers1764900100000 } from './migrations/1764900100000-converted-callers.migration';
import { Promises1763901100200 } from './migrations/1763901100200-promises.migration';
import { Suggestion } from './suggestion.entity';

export const complaintsSchema: ServiceSchema = {
  service: 'complaints',
  entities: [Complaint, Suggestion],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    Complaints1763901100000,
    Conversions1763901100100,
    Promises1763901100200,
    ConvertedCallers1764900100000,
  ],
  poolSize: 3,
};
