import { doorName, flows, type ProcessName, type ServiceName } from '@property-office/contracts';

/** Who encrypts what is of people, opens it, or looks for it by a blind index. */
export const fieldKeyHolders: readonly ServiceName[] = ['directory', 'files', 'reception', 'tickets', 'complaints', 'archives', 'notifications'];
/** Who signs or checks links to attachments. */
export const attachmentKeyHolders: readonly ServiceName[] = ['files', 'reception', 'tickets', 'complaints', 'documents', 'archives', 'notifications'];

/**
 * What a process on a machine of its own must be told: without one of these it does not start, or, worse, makes a key that no
 * other process knows.
 */
export function neededVariables(name: ProcessName): string[] {
  if (name === doorName) return ['PRINCIPAL_KEYS_FILE', 'SERVICE_KEYS_FILE', 'SERVICE_URLS'];
  return [
    `${name.toUpperCase()}_DATABASE_URL_FILE`,
    'NATS_URL_FILE',
    'PRINCIPAL_PUBLIC_KEYS_FILE',
    'SERVICE_KEYS_FILE',
    'SERVICE_PUBLIC_KEYS_FILE',
    'AUDIT_KEYS_FILE',
    'DATA_DIR',
    ...(fieldKeyHolders.includes(name) ? ['FIELD_KEYS_FILE'] : []),
    ...(attachmentKeyHolders.includes(name) ? ['ATTACHMENT_KEYS_FILE'] : []),
    ...(flows[name].calls.length > 0 ? ['SERVICE_URLS'] : []),
  ];
}
