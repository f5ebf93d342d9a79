import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { accessDeclarationOf, type AccessDeclaration } from './route-declarations';

/** A controller method that answers HTTP, with every path it is mounted under (without the global prefix). */
export interface DeclaredRoute {
  name: string;
  paths: string[];
  declaration: AccessDeclaration | undefined;
}

export function routesOf(app: INestApplicationContext): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as Type).prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, handler: prototype[name]! }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map(({ name, handler }) => ({
        name: `${(metatype as Type).name}.${name}`,
        paths: join(paths(metatype as Type), paths(handler)),
        declaration: accessDeclarationOf(handler),
      }));
  });
}

/**
 * Refuses to start with a route nobody has decided about: one without an operation of the permission table, an internal
 * one outside `/internal/`, or a public one inside it.
 * @throws Error naming every such route
 */
export function assertAllRoutesDeclared(app: INestApplicationContext): void {
  const wrong = routesOf(app).flatMap((route) => complaint(route) ?? []);
  if (wrong.length > 0)
    throw new Error(`routes without a valid access declaration:\n  ${wrong.join('\n  ')}`);
}

function complaint({ name, paths: mounted, declaration }: DeclaredRoute): string | undefined {
  const where = `${name} (${mounted.join(', ')})`;
  if (!declaration) return `${where}: no @Operation naming a row of the permission table`;
  const inside = mounted.filter((path) => path.startsWith('/internal/'));
  if (declaration.kind === 'internal' && inside.length < mounted.length)
    return `${where}: @Internal outside /internal/`;
  if (declaration.kind === 'operation' && inside.length > 0)
    return `${where}: inside /internal/ without @Internal`;
  return undefined;
}

function paths(target: object): string[] {
  const value = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return value === undefined ? [''] : [value].flat();
}

function join(prefixes: string[], suffixes: string[]): string[] {
  return prefixes.flatMap((prefix) =>
    suffixes.map((suffix) => `/${prefix}/${suffix}`.replace(/\/{2,}/g, '/')),
  );
}
