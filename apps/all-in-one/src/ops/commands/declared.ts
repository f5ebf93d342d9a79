import { eventContracts } from '@property-office/contracts';
import { declaredReactions, type ReactionSpec } from '@property-office/messaging';
import { services } from '../../services';

/** What the code of this version declares. */
export const declaredServices: readonly string[] = services.map(({ name }) => name);

const announcing = new Set<string>(Object.values(eventContracts).map(({ producer }) => producer));
export const declaredProducers: readonly string[] = declaredServices.filter((name) => announcing.has(name));

/** Whose reaction a durable is. */
export function serviceOf(durable: string): string {
  return services.find(({ module }) => declaredReactions(module).some((each) => each.durable === durable))!.name;
}

export function allReactions(): ReactionSpec[] {
  return services.flatMap(({ module }) => declaredReactions(module));
}
