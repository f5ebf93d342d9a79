import type { FastifyInstance, FastifyRequest } from 'fastify';

/** No socket has this address: what bears it was dispatched inside of this process. */
const ownAddress = 'this process';

export interface OwnCall {
  path: `/internal/${string}`;
  headers: Record<string, string>;
  body: string;
}

/** Asks an internal route of this process, without a socket but with all that a route does: guard, validation, problems. */
export async function callOwnRoute(
  http: FastifyInstance,
  { path, headers, body }: OwnCall,
): Promise<{ status: number; body: string }> {
  const answer = await http.inject({
    method: 'POST',
    url: path,
    headers,
    payload: body,
    remoteAddress: ownAddress,
  });
  return { status: answer.statusCode, body: answer.body };
}

/** Whether a request came from this process itself: the door, which lets nobody else at internal routes, does not stand in its way. */
export function isOwnCall(request: FastifyRequest): boolean {
  return request.raw.socket.remoteAddress === ownAddress;
}
