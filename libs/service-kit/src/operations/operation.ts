import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { OPERATION_METADATA, type OperationKey } from '@property-office/access';
import type { ErrorKind, Localized } from '@property-office/kernel';

export interface OperationOptions {
  summary: Localized;
  description?: Localized;
  ok: 200 | 201 | 204;
  /** Class of the body of a success, `[Class]` for a bare list; left out where there is none. */
  okBody?: Type | [Type];
  /** Answers without a session; the permission table must say so too. */
  public?: boolean;
  /** Refusals beyond those every route can give. */
  errors?: ErrorKind[];
}

/** What describe-service.ts adds to the document from the decorator. */
export const DOCUMENTED_OPERATION = 'x-property-office-operation';
export interface DocumentedOperation {
  public: boolean;
  errors: ErrorKind[];
}

/** Declares a route: its row of the permission table, its status, and what the API document says of it. */
export function Operation(key: OperationKey, options: OperationOptions): MethodDecorator {
  const { summary, description, ok, okBody } = options;
  const documented: DocumentedOperation = { public: options.public ?? false, errors: options.errors ?? [] };
  return applyDecorators(
    SetMetadata(OPERATION_METADATA, key),
    HttpCode(ok),
    ApiOperation({
      operationId: key,
      summary: inBoth(summary),
      ...(description && { description: `${description.zh}\n\n${description.en}` }),
    }),
    ApiExtension(DOCUMENTED_OPERATION, documented),
    ApiResponse({ status: ok, description: inBoth(summary), ...(okBody && { type: okBody }) }),
  );
}

function inBoth({ zh, en }: Localized): string {
  return `${zh} / ${en}`;
}
