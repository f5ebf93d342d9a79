import { requestErrors } from '../problems/request-errors';

/**
 * The version a command expects, from If-Match; undefined where any will do.
 * @throws stale (412) for a header that names no version of ours: it can match none
 */
export function ifMatch({ ifMatch: header }: { readonly ifMatch?: string }): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw requestErrors.stale();
  return Number(version);
}

/**
 * For commands that overwrite fields.
 * @throws matchRequired (428), stale (412)
 */
export function requiredMatch(command: { readonly ifMatch?: string }): number | undefined {
  if (command.ifMatch === undefined) throw requestErrors.matchRequired();
  return ifMatch(command);
}

/** @throws stale (412) unless `version` is the one the command expects */
export function assertFresh(command: { readonly ifMatch?: string }, version: number): void {
  const expected = ifMatch(command);
  if (expected !== undefined && expected !== version) throw requestErrors.stale();
}

/** Whether If-None-Match (RFC 9110, 13.1.2: weak comparison, a list, or `*`) names the ETag. */
export function matchesNone(header: string | undefined, etag: string | undefined): boolean {
  if (header === undefined || etag === undefined) return false;
  return header
    .split(',')
    .some((candidate) => candidate.trim().replace(/^W\//, '') === etag || candidate.trim() === '*');
}
