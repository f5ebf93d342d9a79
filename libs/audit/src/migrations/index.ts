import { Audit1763900000400 } from './1763900000400-audit.migration';

/** Tables of the audit trail in a service's schema. */
export const auditMigrations = [Audit1763900000400];
