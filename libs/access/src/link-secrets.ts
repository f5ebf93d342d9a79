import { randomBytes } from 'node:crypto';
import type { Transaction } from '@property-office/persistence';
import type { FieldCipher } from './field-cipher';
import { takeQuotas } from './quotas';

/** 256 bits: nobody guesses one. */
const tokenBytes = 32;
const hour = 3600;
/** From one address in an hour: programs that draw previews open a link, too. */
const most = { open: 240, decide: 30 };

/**
 * Secrets of single-use links, by which somebody without an account acts once (G1). Of a secret only a keyed hash is kept; a column of
 * them is found by any key there was.
 */
export class LinkSecrets {
  /** @param table `notifications.approval_link` */
  constructor(
    private readonly cipher: FieldCipher,
    private readonly table: string,
  ) {}

  /** To be shown once and kept nowhere, and what is kept of it. */
  issue(): { token: string; hash: string } {
    const token = randomBytes(tokenBytes).toString('base64url');
    return { token, hash: this.cipher.blindIndex(this.field('token'), token) };
  }

  hashesOf(token: string): string[] {
    return this.cipher.blindIndexes(this.field('token'), token);
  }

  /** Counts that somebody opens a link, or acts by one: first, and whatever comes of it: guesses, too. @throws quotaUsedUp (429) */
  async count(tx: Transaction, source: string, what: keyof typeof most): Promise<void> {
    const ofSource = this.cipher.blindIndex(this.field('source'), source);
    await takeQuotas(tx, [{ key: `${this.table} ${what} ${ofSource}`, most: most[what], seconds: hour }]);
  }

  private field(name: 'token' | 'source'): string {
    return `${this.table}.${name}`;
  }
}
