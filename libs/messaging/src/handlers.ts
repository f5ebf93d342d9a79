import type { MessageHandler } from '@nestjs/microservices';
import { InvalidReaction } from './errors';
import { reactionSpec, type ReactionDeclaration } from './reaction-spec';
import type { ReactionSettler, ReactionSpec } from './reaction-types';

export interface Reacting {
  readonly reaction: ReactionSpec;
  readonly settler: ReactionSettler;
  readonly handler: MessageHandler;
}

/**
 * The reactions among Nest's handlers, each with the settler of its service.
 * @throws InvalidReaction with every mistake, one a line.
 */
export function reactionsOf(
  handlers: ReadonlyMap<string, MessageHandler>,
  settlers: readonly ReactionSettler[],
): Reacting[] {
  const wrong: string[] = [];
  const found: Reacting[] = [];
  for (const [pattern, handler] of handlers) {
    try {
      found.push(reacting(pattern, handler, settlers));
    } catch (error) {
      if (!(error instanceof InvalidReaction)) throw error;
      wrong.push(error.message);
    }
  }
  if (wrong.length > 0) throw new InvalidReaction(wrong.join('\n'));
  return found;
}

function reacting(pattern: string, handler: MessageHandler, settlers: readonly ReactionSettler[]): Reacting {
  const declared: ReactionDeclaration | undefined = handler.extras?.['reaction'];
  if (!declared) throw new InvalidReaction(`"${pattern}" is handled without @Reaction`);
  // Nest chains handlers of one pattern and would run both for one delivery.
  if (handler.next) throw new InvalidReaction(`${pattern}: two reactions have this durable name`);
  const reaction = reactionSpec(declared);
  const [settler, ...more] = settlers.filter(({ service }) => service === reaction.service);
  if (!settler)
    throw new InvalidReaction(`${pattern}: no settler of service "${reaction.service}" in this process`);
  if (more.length > 0)
    throw new InvalidReaction(`${pattern}: ${more.length + 1} settlers of service "${reaction.service}"`);
  return { reaction, settler, handler };
}
