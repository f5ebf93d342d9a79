import type { IncomingHttpHeaders } from 'node:http';
import type { SessionCookie } from '@property-office/access';

export interface Credentials {
  token: string;
  /** A browser adds the cookie by itself, also for a page of somebody else; nobody adds a bearer token by accident. */
  by: 'bearer' | 'cookie';
}

const token = /^[\w.~+/=-]{16,512}$/;

/** What a request says about its session. Authorization goes before the cookie. A malformed token is none. */
export function credentialsOf(headers: IncomingHttpHeaders, cookie: SessionCookie): Credentials | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (headers.authorization !== undefined)
    return bearer && token.test(bearer) ? { token: bearer, by: 'bearer' } : undefined;
  const kept = cookie.read(headers.cookie);
  return kept && token.test(kept) ? { token: kept, by: 'cookie' } : undefined;
}
