import type { Permission } from './permission';
import { archivesPermissions } from './permissions/archives';
import { complaintsPermissions } from './permissions/complaints';
import { directoryPermissions } from './permissions/directory';
import { dispatchPermissions } from './permissions/dispatch';
import { documentsPermissions } from './permissions/documents';
import { filesPermissions } from './permissions/files';
import { followupsPermissions } from './permissions/followups';
import { notificationsPermissions } from './permissions/notifications';
import { platformPermissions } from './permissions/platform';
import { receptionPermissions } from './permissions/reception';
import { ticketsPermissions } from './permissions/tickets';
import { trackingPermissions } from './permissions/tracking';

/**
 * The one permission table: operation × roles (architecture.md, Rights), by the service whose operations they are. Guards,
 * the committed document and the permission tests are derived from it; a route names its row with `@Operation(key)`.
 */
export const permissions = {
  ...platformPermissions,
  ...directoryPermissions,
  ...filesPermissions,
  ...receptionPermissions,
  ...ticketsPermissions,
  ...trackingPermissions,
  ...dispatchPermissions,
  ...followupsPermissions,
  ...complaintsPermissions,
  ...documentsPermissions,
  ...archivesPermissions,
  ...notificationsPermissions,
} as const satisfies Record<string, Permission>;

export type OperationKey = keyof typeof permissions;

export function isOperationKey(key: unknown): key is OperationKey {
  return typeof key === 'string' && Object.hasOwn(permissions, key);
}

export function permissionOf(operation: OperationKey): Permission {
  return permissions[operation];
}
