import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Where a request comes from, as the door tells (it replaces the header). Of an IPv6 address its network of 64 bits: one
 * household has all of them.
 */
export function sourceOf({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const told = headers['x-forwarded-for'];
  const address = (typeof told === 'string' ? told : ip).trim().replace(/^::ffff:(?=\d+\.)/, '');
  return isIPv6(address) ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest];
  return all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
