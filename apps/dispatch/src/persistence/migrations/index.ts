import { platformMigrations } from '@property-office/backbone';
import { leaverMigrations } from '@property-office/deadlines';
import { WorkOrders1763900300000 } from './1763900300000-work-orders.migration';
import { RestoredOrders1763900300100 } from './1763900300100-restored-orders.migration';
import { HomeCare1763900300200 } from './1763900300200-home-care.migration';
import { Corrections1763900300300 } from './1763900300300-corrections.migration';
import { WorkInHand1795973000000 } from './1795973000000-work-in-hand.migration';

export const dispatchMigrations = [
  ...platformMigrations,
  ...leaverMigrations,
  WorkOrders1763900300000,
  RestoredOrders1763900300100,
  HomeCare1763900300200,
  Corrections1763900300300,
  WorkInHand1795973000000,
];
