/** What is known of an event type besides its contract. */
export interface EventFacts {
  type: string;
  producer: string;
  reactions: number;
  /** Why nobody reacts. */
  reason: string | undefined;
}

/** Each event is announced by a service that exists and is named in its type, and reaches somebody, or it is said why nobody. */
export function ownershipViolations(events: readonly EventFacts[], services: readonly string[]): string[] {
  return events.flatMap(({ type, producer, reactions, reason }) => [
    ...(services.includes(producer) ? [] : [`${type}: ${producer} is no service`]),
    ...(type.startsWith(`${producer}.`) ? [] : [`${type}: is announced by ${producer}`]),
    ...(reactions === 0 && !reason ? [`${type}: nobody reacts, and unheard-events.ts does not say why`] : []),
    ...(reactions > 0 && reason ? [`${type}: is heard, so unheard-events.ts has no reason to give`] : []),
  ]);
}
