import type { IncomingHttpHeaders } from 'node:http';
import { doorErrors } from '../errors';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Keeps pages of other sites from using the visitor's cookie (CSRF). As Go's http.CrossOriginProtection decides it:
 * browsers say where a request comes from by Sec-Fetch-Site, or on plain http at least by Origin; what says neither is
 * no browser.
 * @throws crossSite (403)
 */
export function assertSameOrigin(
  method: string,
  headers: IncomingHttpHeaders,
  publicUrl: string | undefined,
): void {
  if (safe.includes(method)) return;
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw doorErrors.crossSite();
    return;
  }
  if (origin === undefined) return;
  const from = URL.canParse(origin) ? new URL(origin) : undefined;
  const ours =
    from !== undefined &&
    (from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin));
  if (!ours) throw doorErrors.crossSite();
}
