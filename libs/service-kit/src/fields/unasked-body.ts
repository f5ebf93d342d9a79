import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { readDto } from './read-dto';

class Nothing {}

/** What is sent to a route without `@Body()` was meant to say something, and nobody would read it: refused as any unknown field is. */
export class UnaskedBody implements CanActivate {
  /** @throws invalidFields (400) */
  canActivate(context: ExecutionContext): boolean {
    if (!asksForBody(context)) readDto(Nothing, context.switchToHttp().getRequest<FastifyRequest>().body, 'body');
    return true;
  }
}

function asksForBody(context: ExecutionContext): boolean {
  const asked = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {}) as object;
  return Object.keys(asked).some((parameter) => parameter.startsWith(`${RouteParamtypes.BODY}:`));
}
