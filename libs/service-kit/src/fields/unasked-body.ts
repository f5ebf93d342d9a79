import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { readDto } from './read-dto';

class Nothing {}

/** Refuses a body on a route without `@Body()`, as an unknown field is refused elsewhere: whoever sends one wants to say something that nobody would read. */
export class UnaskedBody implements CanActivate {
  /** @throws invalidFields (400) */
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body !== undefined && body !== null && !asksForBody(context)) readDto(Nothing, body, 'body');
    return true;
  }
}

function asksForBody(context: ExecutionContext): boolean {
  const asked = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {}) as object;
  return Object.keys(asked).some((parameter) => parameter.startsWith(`${RouteParamtypes.BODY}:`));
}
