import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { Rotated } from './key-rotation';

/** A key file: Ed25519 keys as JWKs, the current one first, older ones kept so that what they signed is still read. */
export interface KeyFile extends Rotated {
  keys: Array<JsonWebKey & { kid: string }>;
}

/** What signs: the current private key and the id that tokens carry in their header. */
export interface SigningKey {
  kid: string;
  key: KeyObject;
}

/** What verifies: every public key still accepted, by id. */
export type VerifyingKeys = ReadonlyMap<string, KeyObject>;

/**
 * A new private key file with one key.
 * @param owner put before the key id as `owner.`; verifiers of service tokens hold the caller to it
 */
export function newKeyFile(owner: string): KeyFile {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    keys: [{ ...privateKey.export({ format: 'jwk' }), kid: `${owner}.${randomBytes(6).toString('hex')}` }],
  };
}

/** The same keys without their private part: what every other process may hold. */
export function publicKeyFile(file: KeyFile): KeyFile {
  return { keys: file.keys.map(({ kid, kty, crv, x }) => ({ kid, kty, crv, x })) };
}

/** @throws Error when the file holds no private key */
export function signingKeyOf(file: KeyFile): SigningKey {
  const current = file.keys[0];
  if (!current?.kid || !current.d) throw new Error('the key file holds no private key to sign with');
  return { kid: current.kid, key: createPrivateKey({ key: current, format: 'jwk' }) };
}

/** Public keys of a private or public key file. */
export function verifyingKeysOf(...files: KeyFile[]): VerifyingKeys {
  const publicKeys = files.flatMap((file) => publicKeyFile(file).keys);
  return new Map(publicKeys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
}
