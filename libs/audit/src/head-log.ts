import { sign, verify } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
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
    const line = `${JSON.stringify({ ...head, kid: key.kid, signature })}\n`;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = openSync(this.path, 'a+', 0o600);
    try {
      appendFileSync(file, endsInLine(file) ? line : `${torn}\n${line}`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Every head, oldest first. @throws Error for a line that cannot be read */
  read(): SignedHead[] {
    return existsSync(this.path) ? headsOf(readFileSync(this.path, 'utf8')) : [];
  }

  /** The newest head; however long the file is, only its end is read. @throws Error for a line that cannot be read */
  last(): SignedHead | undefined {
    if (!existsSync(this.path)) return undefined;
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      for (let length = tailBytes; ; length *= 2) {
        const from = Math.max(0, size - length);
        const text = readFrom(file, from, size - from);
        // What stands before the first end of a line may be half of one.
        const found = headsOf(from === 0 ? text : text.slice(text.indexOf('\n') + 1)).at(-1);
        if (found || from === 0) return found;
      }
    } finally {
      closeSync(file);
    }
  }
}

/**
 * A power failure may have cut the last line off: it was never a head. It is marked so, never taken away: what looks cut off
 * may be a line that another process is writing at this moment, and then the mark stands on a line of its own after it.
 */
const torn = '~torn';
/** Some heads. */
const tailBytes = 4096;

function endsInLine(file: number): boolean {
  const { size } = fstatSync(file);
  return size === 0 || readFrom(file, size - 1, 1) === '\n';
}

function readFrom(file: number, position: number, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, position));
}

/** Those whose line is whole. */
function headsOf(text: string): SignedHead[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(torn))
    .map((line) => JSON.parse(line) as SignedHead);
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
