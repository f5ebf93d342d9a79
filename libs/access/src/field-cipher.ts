import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { takeRandom } from '@property-office/kernel';
import { accessErrors } from './errors';
import type { Rotated } from './key-rotation';

/** Keys for fields with personal data (G7), the current one first. `encrypt` and `index` are 32 bytes in base64url. */
export interface FieldKeyFile extends Rotated {
  keys: Array<{ kid: string; encrypt: string; index: string }>;
}

export function newFieldKeyFile(): FieldKeyFile {
  const key = () => randomBytes(32).toString('base64url');
  return { keys: [{ kid: randomBytes(4).toString('hex'), encrypt: key(), index: key() }] };
}

interface FieldKey {
  kid: string;
  encrypt: Buffer;
  index: Buffer;
}

const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts single values with AES-256-GCM and makes blind indexes to find them by. A stored value is
 * `<key id>.<base64url of iv, tag, ciphertext>`; an index is `<key id>.<base64url of HMAC-SHA-256>`.
 */
export class FieldCipher {
  private keys!: ReadonlyMap<string, FieldKey>;
  private current!: FieldKey;

  constructor(file: FieldKeyFile) {
    this.use(file);
  }

  /** From now on, of a file that was replaced. */
  use(file: FieldKeyFile): void {
    const keys = file.keys.map(({ kid, encrypt, index }) => ({
      kid,
      encrypt: secret(encrypt, kid),
      index: secret(index, kid),
    }));
    if (!keys[0]) throw new Error('the field key file holds no key');
    this.current = keys[0];
    this.keys = new Map(keys.map((key) => [key.kid, key]));
  }

  /** @param field where the value lives, e.g. `directory.person.phone`; the same name decrypts it and no other does */
  encrypt(field: string, plain: string): string {
    const iv = takeRandom(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.current.encrypt, iv).setAAD(Buffer.from(field));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${this.current.kid}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  /**
   * @throws fieldKeyMissing (503, for operators) when the value's key is not in the file
   * @throws fieldDamaged (503) when the value was altered or belongs to another field
   */
  decrypt(field: string, value: string): string {
    const { keyId, bytes } = parse(value);
    const key = this.keys.get(keyId);
    if (!key) throw accessErrors.fieldKeyMissing({ keyId });
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.encrypt, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(field))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
        'utf8',
      );
    } catch (cause) {
      throw Object.assign(accessErrors.fieldDamaged({ field, keyId }), { cause });
    }
  }

  /** For a check at start: refuses a sample of stored values (or indexes) whose key is missing. @throws fieldKeyMissing */
  assertReadable(values: Iterable<string>): void {
    for (const value of values) {
      const { keyId } = parse(value);
      if (!this.keys.has(keyId)) throw accessErrors.fieldKeyMissing({ keyId });
    }
  }

  get currentKeyId(): string {
    return this.current.kid;
  }

  /** The value was written under an older key and may be written again under the current one. */
  isOutdated(value: string): boolean {
    return parse(value).keyId !== this.current.kid;
  }

  /** The index to store. Equal values of one field have equal indexes; @param plain normalised by the caller or `normalPhone`. */
  blindIndex(field: string, plain: string): string {
    return indexWith(this.current, field, plain);
  }

  /** Every index the value may be stored under, the current key's first: search with `= ANY($1)`. */
  blindIndexes(field: string, plain: string): string[] {
    return [...this.keys.values()].map((key) => indexWith(key, field, plain));
  }
}

function indexWith(key: FieldKey, field: string, plain: string): string {
  return `${key.kid}.${createHmac('sha256', key.index).update(field).update('\u0000').update(plain).digest('base64url')}`;
}

function parse(value: string): { keyId: string; bytes: Buffer } {
  const dot = value.indexOf('.');
  return { keyId: value.slice(0, Math.max(dot, 0)), bytes: Buffer.from(value.slice(dot + 1), 'base64url') };
}

function secret(text: string, kid: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 32) throw new Error(`field key ${kid} is not 32 bytes`);
  return bytes;
}
