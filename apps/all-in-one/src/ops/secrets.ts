import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newAttachmentKeyFile, newFieldKeyFile, newKeyFile, publicKeyFile, type KeyFile } from '@property-office/access';
import { attachmentKeyHolders, fieldKeyHolders } from '@property-office/backbone';
import { doorName, serviceNames } from '@property-office/contracts';
import { writeWhole } from '@property-office/embedded';
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

/**
 * Everything secret of an office whose services run apart, made anew. A private key is in one folder only; what several need
 * to read what one has written (fields, links, heads of the audit trails) is shared by those.
 */
export function makeSecrets({ databaseUrl, natsUrl }: { databaseUrl: string; natsUrl: string }): ProcessSecret[] {
  const principal = newKeyFile('door');
  const own = new Map([doorName, ...serviceNames].map((name) => [name, newKeyFile(name)]));
  const callers = json({ keys: [...own.values()].flatMap((file) => publicKeyFile(file).keys) } satisfies KeyFile);
  const fields = json(newFieldKeyFile());
  const attachments = json(newAttachmentKeyFile());
  const audit = json(newKeyFile('audit'));
  const roles = password();
  const passwords = new Map(brokerUsers.map((user) => [user, password()]));
  const natsUrlOf = (user: string): string => natsUrl.split(',').map((each) => signedIn(each, user, passwords.get(user)!)).join(',');
  const admin = new URL(databaseUrl);
  admin.password = password();
  return [
    { name: `${doorName}-secrets`, files: { 'principal.json': json(principal), 'service.json': json(own.get(doorName)!) } },
    ...serviceNames.map((name) => ({
      name: `${name}-secrets`,
      files: {
        'principal-public.json': json(publicKeyFile(principal)),
        'service.json': json(own.get(name)!),
        'service-public.json': callers,
        'audit.json': audit,
        ...(fieldKeyHolders.includes(name) && { 'fields.json': fields }),
        ...(attachmentKeyHolders.includes(name) && { 'attachments.json': attachments }),
        'database-url': databaseUrlFor(admin.href, appRole(name), roles),
        'nats-url': natsUrlOf(name),
      },
    })),
    {
      name: 'operations-secrets',
      files: {
        'database-url': admin.href,
        'database-roles': roles,
        'nats-url': natsUrlOf(operationsUser),
        'fields.json': fields,
        'audit.json': audit,
        'first-password': password(),
      },
    },
    { name: 'database-admin', files: { username: decodeURIComponent(admin.username), password: admin.password } },
    { name: 'nats-users', files: Object.fromEntries([...passwords].map(([user, secret]) => [passwordVariableOf(user), secret])) },
  ];
}

/** @param folder empty or not there; what is written is its owner's alone */
export function writeSecrets(folder: string, secrets: readonly ProcessSecret[]): void {
  for (const { name, files } of secrets) {
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
    for (const [file, text] of Object.entries(files)) writeWhole(join(folder, name, file), text);
  }
}

/** Safe in a URL. The letter in front: NATS takes digits after the first colon of a URL, or alone in its configuration, for a number. */
const password = (): string => `s${randomBytes(24).toString('base64url')}`;
const json = (content: unknown): string => `${JSON.stringify(content, undefined, 2)}\n`;

function signedIn(address: string, user: string, secret: string): string {
  const { protocol, host } = new URL(address.includes('://') ? address : `nats://${address}`);
  return `${protocol}//${user}:${secret}@${host}`;
}
