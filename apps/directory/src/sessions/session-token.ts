import { hash, randomBytes } from 'node:crypto';

/** 256 bits, opaque to everybody. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: whoever reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
