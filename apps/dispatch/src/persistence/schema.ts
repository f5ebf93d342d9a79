import type { ServiceSchema } from '@property-office/persistence';
import { dispatchMigrations } from './migrations';
import { WorkOrder } from './work-order.entity';

export const dispatchSchema: ServiceSchema = {
  service: 'dispatch',
  entities: [WorkOrder],
  migrations: dispatchMigrations,
  poolSize: 6,
};
