import type { ServiceSchema } from '@property-office/persistence';
import { ticketsMigrations } from './migrations';
import { RepairRequest } from './repair-request.entity';

export const ticketsSchema: ServiceSchema = {
  service: 'tickets',
  entities: [RepairRequest],
  migrations: ticketsMigrations,
  poolSize: 10,
};
