import { actorFor } from '@property-office/access';
import type { Actor, Role, WireEvent } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from './command-context';
import { resolveHappenedAt, type ActFields, type HappenedAt } from './happened-at';

/** Something done to an aggregate: by whom, in which role and for whom (G1), when it happened, and why late if it was (G2). */
export interface Act extends HappenedAt {
  actor: Actor;
}

/**
 * What a person does.
 * @param notBefore when the act it follows happened
 * @throws roleMayNot (403), the errors of `resolveHappenedAt` (400)
 */
export function actOf(
  tx: Transaction,
  command: Pick<CommandContext, 'principal' | 'operation'>,
  siteId: string,
  input: ActFields,
  notBefore?: Date,
): Act {
  const { principal, operation } = command;
  return { actor: actorFor(principal, operation, siteId), ...resolveHappenedAt(input, tx.now, notBefore) };
}

/** What follows from a fact another service announced: done by whoever did that, when it happened. */
export function actOfEvent(event: WireEvent): Act {
  return {
    actor: {
      personId: event.actorid,
      role: event.actorrole as Role | 'system',
      ...(event.actorfor && { forPersonId: event.actorfor }),
    },
    happenedAt: new Date(event.happenedat),
  };
}
