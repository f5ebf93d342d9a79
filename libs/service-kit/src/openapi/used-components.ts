import type { ComponentsObject, OpenAPIObject } from '@nestjs/swagger';

const reference = /"\$ref":"#\/components\/(schemas|responses)\/([^"]+)"/g;

/** The components that the paths use, directly or not: models of internal routes are nobody else's business. */
export function usedComponents(
  paths: OpenAPIObject['paths'],
  components: ComponentsObject,
): ComponentsObject {
  const used: Record<'schemas' | 'responses', Record<string, unknown>> = { schemas: {}, responses: {} };
  const pending: unknown[] = [paths];
  while (pending.length > 0) {
    for (const [, kind = '', name = ''] of JSON.stringify(pending.pop()).matchAll(reference)) {
      const into = used[kind as keyof typeof used];
      const component = components[kind as keyof typeof used]?.[name];
      if (name in into || component === undefined) continue;
      into[name] = component;
      pending.push(component);
    }
  }
  return {
    ...components,
    schemas: inOrder(components.schemas, used.schemas),
    responses: inOrder(components.responses, used.responses),
  };
}

function inOrder<T>(all: Record<string, T> = {}, used: Record<string, unknown>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in used));
}
