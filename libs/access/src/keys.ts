import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { newAttachmentKeyFile, type AttachmentKeyFile } from './attachment-keys';
import { AttachmentLinks } from './attachment-links';
import { FieldCipher, newFieldKeyFile, type FieldKeyFile } from './field-cipher';
import { HeldKeys } from './held-keys';
import { readKeyFile, readOrMakeKeyFile, requireKeyFile } from './key-file';
import {
  newKeyFile,
  signingKeyOf,
  verifyingKeysOf,
  type KeyFile,
  type SigningKey,
  type VerifyingKeys,
} from './signing-keys';

/**
 * Where a process finds its keys. With `secretsDir` what is missing is made at the first start; each `*File` given by
 * configuration replaces one of them and is never made. A process is given only what it needs: the door's private key
 * belongs to the door, a service's to that service.
 */
export interface KeySources {
  /** DATA_DIR/secrets */
  secretsDir?: string;
  /** PRINCIPAL_KEYS_FILE: private, the door only. */
  principalKeysFile?: string;
  /** PRINCIPAL_PUBLIC_KEYS_FILE: every service. */
  principalPublicKeysFile?: string;
  /** SERVICE_KEYS_FILE: private, of this process's own service. */
  serviceKeysFile?: string;
  /** SERVICE_PUBLIC_KEYS_FILE: public keys of every caller, ids `<service>.<random>`. */
  servicePublicKeysFile?: string;
  /** FIELD_KEYS_FILE: directory and tickets. */
  fieldKeysFile?: string;
  /** AUDIT_KEYS_FILE: signs the heads of the audit chains. */
  auditKeysFile?: string;
  /** ATTACHMENT_KEYS_FILE: files, and every service whose objects have attachments. */
  attachmentKeysFile?: string;
}

/** A kind of key that can be rotated, with what makes one. */
export interface KeyKind {
  /** One for each owner: services have one each. */
  paths: string[];
  make(path: string): KeyFile | FieldKeyFile | AttachmentKeyFile;
  /** Where the public halves are kept apart. */
  publicPath?: string | undefined;
}

/** Opens keys one by one, so that a process fails at its start for what it lacks and for nothing else. */
export class Keys {
  private readonly held: HeldKeys[] = [];

  constructor(private readonly sources: KeySources) {}

  /** The door's key. */
  principalSigning(): SigningKey {
    return this.hold([this.pathOf('principal')], () => signingKeyOf(this.principalKeys()), Object.assign);
  }

  principalVerifying(): VerifyingKeys {
    const { principalPublicKeysFile } = this.sources;
    return this.hold(
      [principalPublicKeysFile ?? this.pathOf('principal')],
      () => verifyingKeysOf(principalPublicKeysFile ? requireKeyFile<KeyFile>(principalPublicKeysFile) : this.principalKeys()),
      replaceAll,
    );
  }

  /** @param service the caller's own name, as other services know it */
  serviceSigning(service: string): SigningKey {
    return this.hold([this.pathOfService(service)], () => signingKeyOf(this.serviceKeys(service)), Object.assign);
  }

  /** @param services every service that may call, used where the keys are made here */
  serviceVerifying(services: readonly string[]): VerifyingKeys {
    const { servicePublicKeysFile } = this.sources;
    return this.hold(
      servicePublicKeysFile ? [servicePublicKeysFile] : services.map((service) => this.pathOfService(service)),
      () => (servicePublicKeysFile ? verifyingKeysOf(requireKeyFile<KeyFile>(servicePublicKeysFile)) : verifyingKeysOf(...services.map((service) => this.serviceKeys(service)))),
      replaceAll,
    );
  }

  fieldCipher(): FieldCipher {
    const read = () => this.open<FieldKeyFile>('fields', newFieldKeyFile);
    const cipher = new FieldCipher(read());
    this.hold([this.pathOf('fields')], () => cipher, () => cipher.use(read()));
    return cipher;
  }

  attachmentLinks(): AttachmentLinks {
    const file = this.hold([this.pathOf('attachments')], () => this.open<AttachmentKeyFile>('attachments', newAttachmentKeyFile), Object.assign);
    return new AttachmentLinks(file);
  }

  auditSigning(): SigningKey {
    return this.hold([this.pathOf('audit')], () => signingKeyOf(this.auditKeys()), Object.assign);
  }

  auditVerifying(): VerifyingKeys {
    return this.hold([this.pathOf('audit')], () => verifyingKeysOf(this.auditKeys()), replaceAll);
  }

  /**
   * Takes what stands in files that were replaced since they were read: whoever holds keys of them goes on with the new ones.
   * @throws what is wrong with the first that cannot be read; the others are taken all the same
   */
  refresh(): void {
    const troubles: unknown[] = [];
    for (const each of this.held) {
      try {
        each.refresh();
      } catch (error) {
        troubles.push(error);
      }
    }
    if (troubles.length > 0) throw troubles[0];
  }

  /** Ids of the keys that stored data cannot be read or verified without; none where their file is missing. Makes nothing. */
  idsOfStored(): { fields: string[]; audit: string[] } {
    return { fields: this.idsIn(this.pathOf('fields')), audit: this.idsIn(this.pathOf('audit')) };
  }

  /** Where the keys of each kind stand. @param services every service that has a key of its own, and the door */
  kinds(services: readonly string[]): Record<'fields' | 'principal' | 'services' | 'attachments' | 'audit', KeyKind> {
    const { principalPublicKeysFile, servicePublicKeysFile } = this.sources;
    const owners = new Map(services.map((service) => [this.pathOfService(service), service]));
    return {
      fields: { paths: [this.pathOf('fields')], make: newFieldKeyFile },
      principal: { paths: [this.pathOf('principal')], make: () => newKeyFile('door'), publicPath: principalPublicKeysFile },
      services: { paths: [...owners.keys()], make: (path) => newKeyFile(owners.get(path)!), publicPath: servicePublicKeysFile },
      attachments: { paths: [this.pathOf('attachments')], make: newAttachmentKeyFile },
      audit: { paths: [this.pathOf('audit')], make: () => newKeyFile('audit') },
    };
  }

  private idsIn(path: string): string[] {
    return (path && readKeyFile<{ keys: Array<{ kid: string }> }>(path)?.keys.map(({ kid }) => kid)) || [];
  }

  private auditKeys(): KeyFile {
    return this.open('audit', () => newKeyFile('audit'));
  }

  private principalKeys(): KeyFile {
    return this.open('principal', () => newKeyFile('door'));
  }

  private serviceKeys(service: string): KeyFile {
    return openAt(this.sources.serviceKeysFile, this.pathOfService(service), `service-${service}.json`, () => newKeyFile(service));
  }

  private open<T>(kind: keyof typeof fileNames, make: () => T): T {
    return openAt(this.given(kind), this.pathOf(kind), fileNames[kind], make);
  }

  private given(kind: keyof typeof fileNames): string | undefined {
    const { principalKeysFile, fieldKeysFile, attachmentKeysFile, auditKeysFile } = this.sources;
    return { principal: principalKeysFile, fields: fieldKeysFile, attachments: attachmentKeysFile, audit: auditKeysFile }[kind];
  }

  /** Empty where nobody said so. */
  private pathOf(kind: keyof typeof fileNames): string {
    return this.given(kind) ?? this.inSecrets(fileNames[kind]);
  }

  private pathOfService(service: string): string {
    return this.sources.serviceKeysFile ?? this.inSecrets(`service-${service}.json`);
  }

  private inSecrets(name: string): string {
    const { secretsDir } = this.sources;
    return secretsDir === undefined ? '' : join(secretsDir, name);
  }

  private hold<T extends object>(paths: string[], read: () => T, replace: (held: T, fresh: T) => void): T {
    const keys = read();
    this.held.push(new HeldKeys(paths, () => replace(keys, read())));
    return keys;
  }
}

const fileNames = { principal: 'principal.json', fields: 'fields.json', attachments: 'attachment-links.json', audit: 'audit.json' } as const;

function openAt<T>(given: string | undefined, path: string, name: string, make: () => T): T {
  if (given) return requireKeyFile<T>(given);
  if (!path) throw new Error(`no key file for ${name}: give its *_FILE or a secrets folder`);
  return readOrMakeKeyFile(path, make);
}

/** Whoever holds the map sees what is in it. */
function replaceAll(held: VerifyingKeys, fresh: VerifyingKeys): void {
  const map = held as Map<string, KeyObject>;
  map.clear();
  for (const [kid, key] of fresh) map.set(kid, key);
}
