import { createHmac, timingSafeEqual } from 'node:crypto';
import { newId } from '@property-office/kernel';
import type { AttachmentKeyFile } from './attachment-keys';

/** A visit by somebody without an account: who scanned the code of a public place. */
export interface VisitorPass {
  pass: string;
  expiresAt: Date;
}

const lifetimeSeconds = 3600;

/**
 * Passes for who reports without an account (W2.6). A pass names a visitor nobody knows, for an hour: their photos are
 * theirs alone until the report names them, and a report sent twice is one. Signed with the keys that services share for
 * attachments; nothing is kept.
 */
export class VisitorPasses {
  constructor(
    private readonly file: AttachmentKeyFile,
    private readonly now: () => number = Date.now,
  ) {}

  issue(): VisitorPass {
    const visitor = newId();
    const until = Math.floor(this.now() / 1000) + lifetimeSeconds;
    const { kid, secret } = this.file.keys[0]!;
    return {
      pass: [kid, visitor, until, macOf(secret, visitor, until)].join('.'),
      expiresAt: new Date(until * 1000),
    };
  }

  /** @returns the visitor's id; undefined for a pass that is forged or over */
  visitorOf(pass: string): string | undefined {
    const [kid, visitor = '', until = '', mac = '', ...more] = pass.split('.');
    const key = this.file.keys.find((each) => each.kid === kid);
    if (!key || more.length > 0 || !/^\d{1,12}$/.test(until)) return undefined;
    const expected = Buffer.from(macOf(key.secret, visitor, Number(until)));
    const given = Buffer.from(mac);
    const same = given.length === expected.length && timingSafeEqual(given, expected);
    return same && Number(until) * 1000 > this.now() ? visitor : undefined;
  }
}

function macOf(secret: string, visitor: string, until: number): string {
  return createHmac('sha256', Buffer.from(secret, 'base64url'))
    .update(`visitor\n${visitor}\n${until}`)
    .digest('base64url');
}
