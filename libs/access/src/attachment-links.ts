import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AttachmentKeyFile } from './attachment-keys';
import { VisitorPasses } from './visitor-passes';

/** An attachment as whoever may see its object gets it. A document has no thumbnail: its `thumbnailUrl` answers 404. */
export interface AttachmentLink {
  id: string;
  url: string;
  thumbnailUrl: string;
}

export type LinkJudgement = 'good' | 'expired' | 'forged';

const lifetimeSeconds = 300;

/**
 * Links to attachments, good for 5 minutes for whoever has them (architecture.md, Data). The service of an object signs
 * them for people who may see the object; files verifies them and needs to know nothing of the object's rights.
 */
export class AttachmentLinks {
  /** Passes of who reports without an account, signed with the same keys. */
  readonly visitors: VisitorPasses;

  constructor(
    private readonly file: AttachmentKeyFile,
    private readonly now: () => number = Date.now,
  ) {
    if (file.keys.length === 0) throw new Error('the key file of attachment links holds no key');
    this.visitors = new VisitorPasses(file, now);
  }

  linkTo(id: string): AttachmentLink {
    const until = Math.floor(this.now() / 1000) + lifetimeSeconds;
    const query = `until=${until}&signature=${this.signature(this.file.keys[0]!, id, until)}`;
    const path = `/api/attachments/${id}`;
    return { id, url: `${path}?${query}`, thumbnailUrl: `${path}?thumbnail=1&${query}` };
  }

  /** @param until seconds since 1970, as in the link */
  judge(id: string, until: number, signature: string): LinkJudgement {
    const key = this.file.keys.find(({ kid }) => signature.startsWith(`${kid}.`));
    if (!key || !isSame(signature, this.signature(key, id, until))) return 'forged';
    return until * 1000 > this.now() ? 'good' : 'expired';
  }

  private signature({ kid, secret }: AttachmentKeyFile['keys'][number], id: string, until: number): string {
    const mac = createHmac('sha256', Buffer.from(secret, 'base64url')).update(`attachment\n${id}\n${until}`);
    return `${kid}.${mac.digest('base64url')}`;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
