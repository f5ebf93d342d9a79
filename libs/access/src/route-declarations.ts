import 'reflect-metadata';
import { SetMetadata } from '@nestjs/common';
import { isOperationKey, type OperationKey } from './permissions';

/** Metadata under which a controller method carries its operation key. service-kit's `@Operation` sets it. */
export const OPERATION_METADATA = 'property-office:operation';
/** Metadata of a method that only services call. */
export const INTERNAL_METADATA = 'property-office:internal';

/**
 * A route under `/internal/`, for services only and never routed by the door.
 * @param callers the services that may call it; empty: any service of the product
 */
export const Internal = (...callers: string[]): MethodDecorator => SetMetadata(INTERNAL_METADATA, callers);

export type AccessDeclaration =
  { kind: 'operation'; operation: OperationKey } | { kind: 'internal'; callers: readonly string[] };

/** How a controller method says who may call it; undefined when it says nothing or names no row of the table. */
export function accessDeclarationOf(handler: object): AccessDeclaration | undefined {
  const callers = Reflect.getMetadata(INTERNAL_METADATA, handler) as readonly string[] | undefined;
  if (callers) return { kind: 'internal', callers };
  const operation: unknown = Reflect.getMetadata(OPERATION_METADATA, handler);
  return isOperationKey(operation) ? { kind: 'operation', operation } : undefined;
}
