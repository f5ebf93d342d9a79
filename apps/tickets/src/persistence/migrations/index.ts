import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import { RepairRequests1763900100000 } from './1763900100000-repair-requests.migration';
import { Corrections1763900100100 } from './1763900100100-corrections.migration';
import { Promises1763900100200 } from './1763900100200-promises.migration';
import { Conversions1763900107000 } from './1763900107000-conversions.migration';
import { PlaceCodes1763900108000 } from './1763900108000-place-codes.migration';

export const ticketsMigrations = [
  ...platformMigrations,
  ...deadlineMigrations,
  RepairRequests1763900100000,
  Corrections1763900100100,
  Promises1763900100200,
  Conversions1763900107000,
  PlaceCodes1763900108000,
];
