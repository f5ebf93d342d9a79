import { accessMigrations } from '@property-office/access';
import { auditMigrations } from '@property-office/audit';
import { outboxMigrations } from '@property-office/outbox';
import { commandMigrations } from '@property-office/service-kit';
import { timerMigrations } from '@property-office/timers';

/** The platform's tables in every service's schema; each service lists them before its own. */
export const platformMigrations = [...outboxMigrations, ...commandMigrations, ...timerMigrations, ...accessMigrations, ...auditMigrations];
