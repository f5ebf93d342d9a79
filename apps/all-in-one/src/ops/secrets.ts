import { randomBytes } from 'node:crypto';
import { newAttachmentKeyFile, newFieldKeyFile, newKeyFile, publicKeyFile, type AttachmentKeyFile, type FieldKeyFile, type KeyFile } from '@property-office/access';
import { attachmentKeyHolders, fieldKeyHolders } from '@property-office/backbone';
import { doorName, serviceNames } from '@property-office/contracts';
import { appRole, databaseUrlFor } from '@property-office/persistence';

/** What one process is given, as files of one folder, which is one Secret. */
export interface ProcessSecret {
  name: string;
  files: Readonly<Record<string, string>>;
}

/** The user of NATS that prepares streams and serves the operators' command: all rights. */
export const operationsUser = 'operations';
/** Every user of NATS. */
export const brokerUsers: readonly string[] = [...serviceNames, operationsUser];

/** The variable of the NATS server that a user's password is given in. */
export const passwordVariableOf = (user: string): string => `${user.toUpperCase()}_PASSWORD`;

/** Everything secret of an office whose services run apart, each once: processes have copies of it. */
export interface Originals {
  principal: KeyFile;
  fields: FieldKeyFile;
  attachments: AttachmentKeyFile;
  audit: KeyFile;
  /** Of the door and of each service. */
  services: Readonly<Record<string, KeyFile>>;
  /** The administrator's, with the password. */
  databaseUrl: string;
  /** What the passwords of the services' roles are derived from. */
  databaseRoles: string;
  /** Every server of the broker; who signs in there is put in for each process. */
  natsUrl: string;
  brokerPasswords: Readonly<Record<string, string>>;
  firstPassword: string;
}

/** @param databaseUrl with the name of the administrator, whose password is made here */
export function newOriginals({ databaseUrl, natsUrl }: { databaseUrl: string; natsUrl: string }): Originals {
  return {
    principal: newKeyFile('door'),
    fields: newFieldKeyFile(),
    attachments: newAttachmentKeyFile(),
    audit: newKeyFile('audit'),
    services: Object.fromEntries([doorName, ...serviceNames].map((name) => [name, newKeyFile(name)])),
    natsUrl,
    brokerPasswords: newBrokerPasswords(),
    firstPassword: newPassword(),
    ...newDatabasePasswords(databaseUrl),
  };
}

/** Of the administrator, and of the services' roles. */
export function newDatabasePasswords(databaseUrl: string): Pick<Originals, 'databaseUrl' | 'databaseRoles'> {
  const admin = new URL(databaseUrl);
  admin.password = newPassword();
  return { databaseUrl: admin.href, databaseRoles: newPassword() };
}

export const newBrokerPasswords = (): Record<string, string> => Object.fromEntries(brokerUsers.map((user) => [user, newPassword()]));

/** Which file an original is read from when the folder is written again; every copy follows it. */
export const originalFiles = {
  databaseUrl: 'operations-secrets/database-url',
  databaseRoles: 'operations-secrets/database-roles',
  natsUrl: 'operations-secrets/nats-url',
  fields: 'operations-secrets/fields.json',
  audit: 'operations-secrets/audit.json',
  firstPassword: 'operations-secrets/first-password',
  principal: `${doorName}-secrets/principal.json`,
  // No process has it alone: that of the one who judges what is signed with it.
  attachments: 'files-secrets/attachments.json',
  serviceOf: (name: string): string => `${name}-secrets/service.json`,
  brokerPasswordOf: (user: string): string => `nats-users/${passwordVariableOf(user)}`,
} as const;

/**
 * The folders of all processes, in the order in which they are written. A private key is in one folder only; what several need
 * to read what one has written (fields, links, heads of the audit trails) is shared by those.
 */
export function secretsOf({ principal, fields, attachments, audit, services, databaseUrl, databaseRoles, natsUrl, brokerPasswords, firstPassword }: Originals): ProcessSecret[] {
  const callers = json({ keys: Object.values(services).flatMap((file) => publicKeyFile(file).keys) } satisfies KeyFile);
  const natsUrlOf = (user: string): string => natsUrl.split(',').map((each) => signedIn(each, user, brokerPasswords[user]!)).join(',');
  const { username, password } = new URL(databaseUrl);
  return [
    {
      name: 'operations-secrets',
      files: {
        'database-url': databaseUrl,
        'database-roles': databaseRoles,
        'nats-url': natsUrlOf(operationsUser),
        'fields.json': json(fields),
        'audit.json': json(audit),
        'first-password': firstPassword,
      },
    },
    { name: 'database-admin', files: { username: decodeURIComponent(username), password } },
    { name: 'nats-users', files: Object.fromEntries(brokerUsers.map((user) => [passwordVariableOf(user), brokerPasswords[user]!])) },
    { name: `${doorName}-secrets`, files: { 'principal.json': json(principal), 'service.json': json(services[doorName]) } },
    ...serviceNames.map((name) => ({
      name: `${name}-secrets`,
      files: {
        'principal-public.json': json(publicKeyFile(principal)),
        'service.json': json(services[name]),
        'service-public.json': callers,
        'audit.json': json(audit),
        ...(fieldKeyHolders.includes(name) && { 'fields.json': json(fields) }),
        ...(attachmentKeyHolders.includes(name) && { 'attachments.json': json(attachments) }),
        'database-url': databaseUrlFor(databaseUrl, appRole(name), databaseRoles),
        'nats-url': natsUrlOf(name),
      },
    })),
  ];
}

/** Safe in a URL. The letter in front: NATS takes digits after the first colon of a URL, or alone in its configuration, for a number. */
export const newPassword = (): string => `s${randomBytes(24).toString('base64url')}`;
const json = (content: unknown): string => `${JSON.stringify(content, undefined, 2)}\n`;

function signedIn(address: string, user: string, secret: string): string {
  const { protocol, host } = new URL(address.includes('://') ? address : `nats://${address}`);
  return `${protocol}//${user}:${secret}@${host}`;
}
