import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { mayAtAll, refusalFor } from './acting-role';
import { accessErrors } from './errors';
import { permissionOf } from './permissions';
import { principalHeader, type PrincipalTokenVerifier } from './principal-token';
import { accessDeclarationOf } from './route-declarations';
import { serviceTokenHeader, type ServiceTokenVerifier } from './service-token';

/** What the guard leaves on the request for the controller. */
export interface GuardedRequest {
  headers: Record<string, string | string[] | undefined>;
  principal?: Principal;
  /** The calling service, on `/internal/*` routes. */
  caller?: string;
}

/**
 * Lets a request in by the operation its route declares: the person's token and role, or a service's token on internal
 * routes. What the person may do with *this* object is decided in the query (`accessCondition`).
 * Mounted once by the bootstrap, never by a service's module.
 */
export class PrincipalGuard implements CanActivate {
  constructor(
    private readonly principals: PrincipalTokenVerifier,
    private readonly services: ServiceTokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Reactions are delivered by the broker to this process's own account; no person asks.
    if (context.getType() === 'rpc') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const declaration = accessDeclarationOf(context.getHandler());
    if (!declaration)
      throw new Error(`route ${context.getClass().name}.${context.getHandler().name} declares no operation`);
    if (declaration.kind === 'internal') {
      request.caller = await this.caller(request, declaration.callers);
      return true;
    }
    const { operation } = declaration;
    const token = header(request, principalHeader);
    const principal = token === undefined ? undefined : await this.principals.verify(token);
    if (!principal && permissionOf(operation).who !== 'public') throw accessErrors.notSignedIn();
    if (principal && !mayAtAll(principal, operation)) throw refusalFor(principal, operation);
    request.principal = principal;
    return true;
  }

  private async caller(request: GuardedRequest, callers: readonly string[]): Promise<string> {
    const token = header(request, serviceTokenHeader);
    if (token === undefined) throw accessErrors.serviceOnly();
    const service = await this.services.verify(token);
    if (callers.length > 0 && !callers.includes(service)) throw accessErrors.serviceOnly();
    return service;
  }
}

function header(request: GuardedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
