import { platformMigrations } from '@property-office/backbone';
import type { ServiceSchema } from '@property-office/persistence';
import { Attachments1763900600000 } from './migrations/1763900600000-attachments.migration';
import { UploadsOfAPerson1763900600100 } from './migrations/1763900600100-uploads-of-a-person.migration';

export const filesSchema: ServiceSchema = {
  service: 'files',
  entities: [],
  migrations: [...platformMigrations, Attachments1763900600000, UploadsOfAPerson1763900600100],
  poolSize: 3,
};
