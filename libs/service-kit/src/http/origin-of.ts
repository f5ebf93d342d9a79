import type { FastifyRequest } from 'fastify';

export const forwardedHostHeader = 'x-forwarded-host';

/**
 * The address people open the product under, for what is printed: PUBLIC_URL, else the one this request was sent to, as
 * the door tells.
 */
export function originOf(
  { headers }: Pick<FastifyRequest, 'headers'>,
  publicUrl: string | undefined,
): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const told = headers[forwardedHostHeader];
  return `http://${typeof told === 'string' ? told : (headers.host ?? 'localhost')}`;
}
