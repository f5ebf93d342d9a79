import type { OpenAPIObject, OperationObject, ReferenceObject, SchemaObject } from '@nestjs/swagger';

export type Schemas = Record<string, SchemaObject | ReferenceObject>;

export interface DocumentOperation {
  method: string;
  path: string;
  operation: OperationObject & Record<string, unknown>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function operationsOf(document: OpenAPIObject): DocumentOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) =>
      item[method] ? [{ method, path, operation: item[method] as DocumentOperation['operation'] }] : [],
    ),
  );
}
