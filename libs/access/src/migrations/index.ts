import { ObjectAccess1763900000300 } from './1763900000300-object-access.migration';
import { Quotas1763900000350 } from './1763900000350-quotas.migration';
import { ObjectShield1763900000360 } from './1763900000360-object-shield.migration';

/** Of every service: `accessCondition`, quotas and `shieldCondition` stand on them. */
export const accessMigrations = [ObjectAccess1763900000300, Quotas1763900000350, ObjectShield1763900000360];
