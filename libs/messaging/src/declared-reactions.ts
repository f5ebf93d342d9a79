import 'reflect-metadata';
import { reactionSpec, type ReactionDeclaration } from './reaction-spec';
import type { ReactionSpec } from './reaction-types';

/** Where Nest keeps the extras of `@EventPattern` (constants.ts of its microservices package, which exports it not). */
const extrasMetadata = 'microservices:pattern_extras';
const controllersMetadata = 'controllers';

/** The reactions of a module, read from its controllers without making any of them. For documents and operators' tools. */
export function declaredReactions(module: Function): ReactionSpec[] {
  const controllers: Function[] = Reflect.getMetadata(controllersMetadata, module) ?? [];
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const method: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
      if (typeof method !== 'function') return [];
      const extras: { reaction?: ReactionDeclaration } | undefined = Reflect.getMetadata(
        extrasMetadata,
        method,
      );
      return extras?.reaction ? [reactionSpec(extras.reaction)] : [];
    }),
  );
}
