import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { FastifyRequest } from 'fastify';
import { requestErrors } from '../problems/request-errors';
import '../http/service-request';

/** The person who acts, as the door vouches for them. @throws notSignedIn (401) */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  return principalOf(context.switchToHttp().getRequest<FastifyRequest>());
});

export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw requestErrors.notSignedIn();
  return request.principal;
}
