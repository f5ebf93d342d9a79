import { join } from 'node:path';
import { newAttachmentKeyFile, type AttachmentKeyFile } from './attachment-keys';
import { AttachmentLinks } from './attachment-links';
import { FieldCipher, newFieldKeyFile, type FieldKeyFile } from './field-cipher';
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

/** Opens keys one by one, so that a process fails at its start for what it lacks and for nothing else. */
export class Keys {
  constructor(private readonly sources: KeySources) {}

  /** The door's key. */
  principalSigning(): SigningKey {
    return signingKeyOf(this.principalKeys());
  }

  principalVerifying(): VerifyingKeys {
    const { principalPublicKeysFile } = this.sources;
    return verifyingKeysOf(
      principalPublicKeysFile ? requireKeyFile<KeyFile>(principalPublicKeysFile) : this.principalKeys(),
    );
  }

  /** @param service the caller's own name, as other services know it */
  serviceSigning(service: string): SigningKey {
    return signingKeyOf(this.serviceKeys(service));
  }

  /** @param services every service that may call, used where the keys are made here */
  serviceVerifying(services: readonly string[]): VerifyingKeys {
    const { servicePublicKeysFile } = this.sources;
    if (servicePublicKeysFile) return verifyingKeysOf(requireKeyFile<KeyFile>(servicePublicKeysFile));
    return verifyingKeysOf(...services.map((service) => this.serviceKeys(service)));
  }

  fieldCipher(): FieldCipher {
    return new FieldCipher(
      this.open<FieldKeyFile>(this.sources.fieldKeysFile, 'fields.json', newFieldKeyFile),
    );
  }

  attachmentLinks(): AttachmentLinks {
    const { attachmentKeysFile } = this.sources;
    return new AttachmentLinks(
      this.open<AttachmentKeyFile>(attachmentKeysFile, 'attachment-links.json', newAttachmentKeyFile),
    );
  }

  auditSigning(): SigningKey {
    return signingKeyOf(this.auditKeys());
  }

  auditVerifying(): VerifyingKeys {
    return verifyingKeysOf(this.auditKeys());
  }

  /** Ids of the keys that stored data cannot be read or verified without; none where their file is missing. Makes nothing. */
  idsOfStored(): { fields: string[]; audit: string[] } {
    return { fields: this.idsIn(this.sources.fieldKeysFile, 'fields.json'), audit: this.idsIn(this.sources.auditKeysFile, 'audit.json') };
  }

  private idsIn(given: string | undefined, name: string): string[] {
    const { secretsDir } = this.sources;
    const path = given ?? (secretsDir && join(secretsDir, name));
    return (path && readKeyFile<{ keys: Array<{ kid: string }> }>(path)?.keys.map(({ kid }) => kid)) || [];
  }

  private auditKeys(): KeyFile {
    return this.open(this.sources.auditKeysFile, 'audit.json', () => newKeyFile('audit'));
  }

  private principalKeys(): KeyFile {
    return this.open(this.sources.principalKeysFile, 'principal.json', () => newKeyFile('door'));
  }

  private serviceKeys(service: string): KeyFile {
    return this.open(this.sources.serviceKeysFile, `service-${service}.json`, () => newKeyFile(service));
  }

  private open<T>(given: string | undefined, name: string, make: () => T): T {
    if (given) return requireKeyFile<T>(given);
    const { secretsDir } = this.sources;
    if (!secretsDir) throw new Error(`no key file for ${name}: give its *_FILE or a secrets folder`);
    return readOrMakeKeyFile(join(secretsDir, name), make);
  }
}
