import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { DECORATORS } from '@nestjs/swagger';
import { shapeOf } from '../fields/shape';

/**
 * Swagger documents one model per name and drops the second in silence.
 * @throws Error naming every name that two classes of a service share
 */
export function assertDistinctModels(controllers: Type[]): void {
  const models = new Set<Function>();
  for (const controller of controllers) {
    for (const model of modelsOfRoutes(controller)) collect(model, models);
  }
  const byName = Map.groupBy(models, ({ name }) => name);
  const shared = [...byName].filter(([, classes]) => classes.length > 1).map(([name]) => name);
  if (shared.length > 0) throw new Error(`several models share a name: ${shared.join(', ')}`);
}

function modelsOfRoutes({ prototype }: Type): unknown[] {
  const methods = prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(methods).flatMap((name) => {
    const parameters = (Reflect.getMetadata('design:paramtypes', methods, name) ?? []) as unknown[];
    const responses = (Reflect.getMetadata(DECORATORS.API_RESPONSE, methods[name]!) ?? {}) as Record<
      string,
      { type?: unknown }
    >;
    return [...parameters, ...Object.values(responses).map(({ type }) => type)];
  });
}

/** @param type a class, a list of one, or what gives it */
function collect(type: unknown, models: Set<Function>): void {
  const model = Array.isArray(type) ? (type[0] as unknown) : type;
  if (typeof model !== 'function' || models.has(model)) return;
  const prototype = model.prototype as object | undefined;
  if (!prototype) return collect((model as () => unknown)(), models);
  const properties = (Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES_ARRAY, prototype) ??
    []) as string[];
  if (properties.length === 0 && shapeOf(model).size === 0) return;
  models.add(model);
  for (const property of properties) {
    const metadata = Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES, prototype, property.slice(1)) as {
      type?: unknown;
    };
    collect(metadata.type, models);
  }
}
