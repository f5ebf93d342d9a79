import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations-of';

/**
 * One document of several services'.
 * @throws Error naming every schema with two meanings, every route and operation id declared twice
 */
export function mergeDocuments(documents: readonly [OpenAPIObject, ...OpenAPIObject[]]): OpenAPIObject {
  const conflicts: string[] = [];
  const [first] = documents;
  const merged: OpenAPIObject = {
    ...first,
    tags: [],
    paths: {},
    components: { ...first.components, schemas: {}, responses: {} },
  };
  const operationIds = new Set<string>();
  for (const document of documents) {
    merged.tags!.push(...(document.tags ?? []));
    mergeNamed(merged.components!.schemas!, document.components?.schemas ?? {}, 'schema', conflicts);
    mergeNamed(merged.components!.responses!, document.components?.responses ?? {}, 'response', conflicts);
    for (const { method, path, operation } of operationsOf(document)) {
      const id = operation.operationId ?? '';
      if (operationIds.has(id)) conflicts.push(`operation id ${id}`);
      operationIds.add(id);
      const item = (merged.paths[path] ??= {});
      if (method in item) conflicts.push(`route ${method.toUpperCase()} ${path}`);
      Object.assign(item, { [method]: operation });
    }
  }
  if (conflicts.length > 0)
    throw new Error(`the services' documents contradict each other: ${conflicts.join(', ')}`);
  return {
    ...merged,
    paths: Object.fromEntries(Object.entries(merged.paths).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function mergeNamed(
  into: Record<string, unknown>,
  from: Record<string, unknown>,
  kind: string,
  conflicts: string[],
): void {
  for (const [name, meaning] of Object.entries(from)) {
    if (name in into && !isDeepStrictEqual(into[name], meaning)) conflicts.push(`${kind} ${name}`);
    into[name] = meaning;
  }
}
