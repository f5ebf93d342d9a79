import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { accessDeclarationOf, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '../commands/command-context';
import { idempotencyKeyHeader, readIdempotencyKey } from '../commands/idempotency-key';
import { requestHash } from '../commands/request-hash';
import { languageOf } from '../http/language';
import { pathOf, routeOf } from '../http/service-request';
import { principalOf } from './acting';

/** The command a request carries: who, under which key, on which version. */
export const Command = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext => {
  const declaration = accessDeclarationOf(context.getHandler());
  if (declaration?.kind !== 'operation')
    throw new Error(`${context.getHandler().name} takes a command and declares no operation`);
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return commandAs(request, declaration.operation, principalOf(request));
});

/**
 * The command of a request in the name of somebody: on public routes, of a visitor whom a pass names.
 * @throws invalidIdempotencyKey (400)
 */
export function commandAs(
  request: FastifyRequest,
  operation: OperationKey,
  principal: Principal,
): CommandContext {
  const { headers, context } = request;
  const key = readIdempotencyKey(headers[idempotencyKeyHeader]);
  return {
    operation,
    principal,
    ...(key !== undefined && {
      idempotency: { key, requestHash: requestHash(request.method, pathOf(request), request.body) },
    }),
    ...(headers['if-match'] !== undefined && { ifMatch: headers['if-match'] }),
    requestId: context.requestId,
    traceparent: context.traceparent,
    language: languageOf(headers['accept-language']),
    route: routeOf(request),
  };
}
