import { sign, verify } from 'node:crypto';
import { join } from 'node:path';
import type { SigningKey, VerifyingKeys } from '@property-office/access';
import { canonicalJson } from './canonical-json';
import { LineFile } from './line-file';

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
  private readonly file: LineFile;

  /** @param folder DATA_DIR/audit-heads */
  constructor(
    folder: string,
    readonly schema: string,
  ) {
    this.file = new LineFile(join(folder, `${schema}.log`));
  }

  append(head: ChainHead, key: SigningKey): void {
    const signature = sign(null, Buffer.from(canonicalJson(head)), key.key).toString('base64url');
    this.file.append(JSON.stringify({ ...head, kid: key.kid, signature }));
  }

  /** Every head, oldest first. @throws Error for a line that cannot be read */
  read(): SignedHead[] {
    return this.file.read().map(headOf);
  }

  /** The newest head; however long the file is, only its end is read. @throws Error for a line that cannot be read */
  last(): SignedHead | undefined {
    const line = this.file.last();
    return line === undefined ? undefined : headOf(line);
  }
}

const headOf = (line: string): SignedHead => JSON.parse(line) as SignedHead;

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
