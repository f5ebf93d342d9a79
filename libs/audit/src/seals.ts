import { createPublicKey, sign, verify } from 'node:crypto';
import type { SigningKey, VerifyingKeys } from '@property-office/access';

/** What proves that a text was issued here. */
export interface Seal {
  kid: string;
  /** Ed25519 over the bytes of the text, base64url. */
  signature: string;
  /** PEM, for who verifies without us. */
  publicKey: string;
}

/** Signs what leaves the house, by the key that signs the heads of the audit chains. A head is JSON: no text is mistaken for one that does not begin with `{`. */
export class Seals {
  constructor(private readonly key: SigningKey) {}

  /** @throws Error for a text that could be taken for a head of a chain */
  seal(text: string): Seal {
    if (text.startsWith('{')) throw new Error('what is sealed must not look like the head of a chain');
    return {
      kid: this.key.kid,
      signature: sign(null, Buffer.from(text), this.key.key).toString('base64url'),
      publicKey: createPublicKey(this.key.key).export({ type: 'spki', format: 'pem' }).toString(),
    };
  }
}

/** The text was signed by a key of ours, which is the one that the seal shows. */
export function isSealed(text: string, { kid, signature, publicKey }: Seal, keys: VerifyingKeys): boolean {
  const key = keys.get(kid);
  return key !== undefined && key.export({ type: 'spki', format: 'pem' }).toString() === publicKey && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}
