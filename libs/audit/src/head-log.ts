import { sign, verify } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import type { SigningKey, VerifyingKeys } from '@property-office/access';
import { canonicalJson } from './canonical-json';

/** The end of a schema's chain at some moment, as it was written down outside the database. */
export interface ChainHead {
  schema: string;
  seq: number;
  /** Hexadecimal. */
  hash: string;
  /** platform.now() when it was read. */
  at: string;
}

export interface SignedHead extends ChainHead {
  kid: string;
  /** Ed25519 over the canonical JSON of the head, base64url. */
  signature: string;
}

/**
 * A file per schema, a line per head, only ever appended to. Whoever rewrites the whole chain in the database cannot
 * rewrite what stands here; keep copies of it elsewhere.
 */
export class HeadLog {
  private readonly path: string;

  /** @param folder DATA_DIR/audit-heads */
  constructor(
    private readonly folder: string,
    readonly schema: string,
  ) {
    this.path = join(folder, `${schema}.log`);
  }

  append(head: ChainHead, key: SigningKey): void {
    const signature = sign(null, Buffer.from(canonicalJson(head)), key.key).toString('base64url');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.dropTornLine();
    const file = openSync(this.path, 'a', 0o600);
    try {
      appendFileSync(file, `${JSON.stringify({ ...head, kid: key.kid, signature })}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Every head, oldest first. @throws Error for a line that cannot be read */
  read(): SignedHead[] {
    return this.wholeLines()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SignedHead);
  }

  /** A power failure may have cut the last line off: it was never a head, and the next one must not be glued to it. */
  private dropTornLine(): void {
    if (existsSync(this.path)) truncateSync(this.path, Buffer.byteLength(this.wholeLines()));
  }

  private wholeLines(): string {
    if (!existsSync(this.path)) return '';
    const text = readFileSync(this.path, 'utf8');
    return text.slice(0, text.lastIndexOf('\n') + 1);
  }
}

/** The head is of this schema and signed by a key of ours. */
export function isGenuine(
  { kid, signature, ...head }: SignedHead,
  schema: string,
  keys: VerifyingKeys,
): boolean {
  const key = keys.get(kid);
  return (
    key !== undefined &&
    head.schema === schema &&
    verify(null, Buffer.from(canonicalJson(head)), key, Buffer.from(signature, 'base64url'))
  );
}
