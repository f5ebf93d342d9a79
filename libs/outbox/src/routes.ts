import { eventContracts, type EventContract } from '@property-office/contracts';
import { crewSubjectOf, subjectOf } from '@property-office/messaging';
import type { LedgerRow } from './ledger-entry';

/** Where events go: to the stream of their producer (null), or to one of several subjects of their own. */
export type Route = NonNullable<EventContract['stream']> | null;

const contracts: ReadonlyArray<[string, EventContract]> = Object.entries(eventContracts);

/** Types that go another way than to the stream of their producer. */
export const routedTypes: readonly string[] = contracts
  .filter(([, { stream }]) => stream)
  .map(([type]) => type);

/** Needs no contract where the route is known: a relay publishes what a newer version of its service has written. */
export function subjectOn(
  route: Route,
  { type, aggregate_id: aggregateId }: Pick<LedgerRow, 'type' | 'aggregate_id'>,
): string {
  return route === 'crews' ? crewSubjectOf(aggregateId, type) : subjectOf(type);
}

/** Whether anything a service announces goes this way. */
export function writesTo(producer: string, route: NonNullable<Route>): boolean {
  return contracts.some(([, contract]) => contract.producer === producer && contract.stream === route);
}
