import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

export interface Document {
  type: string;
  body: string;
  /** Undefined: nothing was ever on it. */
  changedAt: Date | undefined;
}

/** A strong validator made of the bytes. */
export function tagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/**
 * Sends a public document with ETag and Last-Modified; 304 to whoever has it (RFC 9110, 13.2.2: where there is an
 * If-None-Match, If-Modified-Since counts for nothing).
 */
export async function sendUnlessKnown(reply: FastifyReply, headers: Record<string, string | undefined>, { type, body, changedAt }: Document): Promise<void> {
  const etag = tagOf(body);
  reply.headers({ etag, 'cache-control': 'public, no-cache', ...(changedAt && { 'last-modified': changedAt.toUTCString() }) });
  if (isKnown(headers, etag, changedAt)) return void (await reply.code(304).send());
  await reply.code(200).header('content-type', type).send(body);
}

function isKnown(headers: Record<string, string | undefined>, etag: string, changedAt: Date | undefined): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // HTTP knows whole seconds.
  return changedAt !== undefined && !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
