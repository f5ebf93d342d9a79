import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { principalHeader, serviceTokenHeader } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { forwardedHostHeader, requestIdHeader } from '@property-office/service-kit';

/** What a client must not be able to say: it would be believed behind the door. */
const believed = [
  principalHeader,
  serviceTokenHeader,
  requestIdHeader,
  'forwarded',
  'x-forwarded-',
  'x-real-ip',
];
/** Of this connection only (RFC 9110, 7.6.1). Connection and Transfer-Encoding are left to the server that reads them. */
const hopByHop = [
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
  'expect',
];
/** Framing cannot be declared away by naming it in Connection. */
const notOptional = ['content-length', 'transfer-encoding', 'host', 'connection'];

/**
 * Takes out of a request what only the door may say, and gives it an id of its own, the address it came from and
 * the one it was sent to.
 * @param trustedHops proxies of ours before the door, whose X-Forwarded-For entries are true
 */
export function cleanHeaders(raw: IncomingMessage, trustedHops: number): void {
  const address = clientAddress(raw, trustedHops);
  const named = namedByConnection(raw.headers.connection);
  const dropped = (name: string): boolean =>
    named.includes(name) || hopByHop.includes(name) || believed.some((prefix) => name.startsWith(prefix));
  for (const name of Object.keys(raw.headers)) if (dropped(name)) delete raw.headers[name];
  raw.rawHeaders = raw.rawHeaders.filter((_, at, all) => !dropped(all[at - (at % 2)]!.toLowerCase()));
  setHeader(raw, requestIdHeader, newId());
  setHeader(raw, 'x-forwarded-for', address);
  if (raw.headers.host !== undefined) setHeader(raw, forwardedHostHeader, raw.headers.host);
}

/** Sets a header of a request as if it had come with it. */
export function setHeader(raw: IncomingMessage, name: string, value: string): void {
  raw.headers[name] = value;
  raw.rawHeaders.push(name, value);
}

/** Credentials end at the door: services are told the principal. */
export function dropCredentials(headers: IncomingHttpHeaders): void {
  delete headers.cookie;
  delete headers.authorization;
}

function namedByConnection(connection: string | undefined): string[] {
  if (!connection) return [];
  const names = connection.split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && !notOptional.includes(name));
}

/** The last proxy of ours wrote down who spoke to the first one; what stands before that the client may have invented. */
function clientAddress(raw: IncomingMessage, trustedHops: number): string {
  const direct = raw.socket.remoteAddress ?? 'unknown';
  if (trustedHops === 0) return direct;
  const told = [raw.headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return told.at(-trustedHops) ?? told[0] ?? direct;
}
