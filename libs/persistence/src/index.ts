export { Database } from './database';
export { isInfrastructureError, isUniqueViolation, UnknownOutcomeError } from './errors';
export { defaultLimits, type DatabaseLimits } from './limits';
export { prepareDatabase, restoringMarker, type PrepareOptions } from './prepare-database';
export { databaseUrlFor } from './service-roles';
export { appRole, ownerRole, type ServiceSchema } from './service-schema';
export { rowsStatement, statement, type RowsStatement, type Statement } from './statement';
export { SharedTransactions, type GatheringWork } from './shared-transactions';
export { Transaction } from './transaction';
