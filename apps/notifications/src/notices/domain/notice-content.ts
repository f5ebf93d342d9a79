import { createHash } from 'node:crypto';
import type { AudienceScope, NoticeChannel, NoticeKind, Role } from '@property-office/contracts';

/** A notice in one language. */
export interface NoticeText {
  title: string;
  body: string;
}

/** An attachment by its bytes: an id never gets others, and the hash proves it. */
export interface NoticeFile {
  id: string;
  name: string;
  mediaType: string;
  sha256: string;
}

/** `placeId` of a building, entrance or home; `role` of a role; neither for the whole site. */
export interface AudienceTarget {
  scope: AudienceScope;
  placeId: string | null;
  role: Role | null;
}

/** Everything that is approved: whoever approves it answers for the words and for where they go. */
export interface NoticeContent {
  kind: NoticeKind;
  zh: NoticeText;
  en: NoticeText | null;
  attachments: NoticeFile[];
  audience: AudienceTarget[];
  channels: NoticeChannel[];
  /** Shown to everybody who opens the board of the site, without signing in. */
  onPublicBoard: boolean;
  /** RFC 3339; null: until it is withdrawn or corrected. */
  validUntil: string | null;
  acknowledge: boolean;
  /** Whoever has not read it so many hours after the release is reminded by itself; null: by hand only. */
  remindAfterHours: number | null;
  /** Of a correction: what is different from the edition before. */
  whatChanged: string | null;
}

/**
 * The one way to write a content down: keys in order, sets sorted, no white space. What is approved, kept, hashed and
 * released are these very bytes (UTF-8).
 */
export function canonicalText(content: NoticeContent): string {
  const targets = content.audience.map(({ scope, placeId, role }) => ({ placeId, role, scope }));
  return JSON.stringify(
    inOrder({
      ...content,
      audience: targets.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
      channels: [...content.channels].sort(),
      form: 1,
    }),
  );
}

/** SHA-256 in hex of a canonical text. */
export function hashOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

export function contentIn(canonical: string): NoticeContent {
  return JSON.parse(canonical) as NoticeContent;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}
