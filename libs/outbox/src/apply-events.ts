import type { WireEvent } from '@property-office/contracts';
import type { ReactionSpec } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { receiveOnce } from './inbox';
import { park, unpark, type ParkedEvent } from './parked-events';
import { Positions } from './positions';

/** `together`: what is applied in this transaction, the event among them, in order. */
export type Apply = (event: WireEvent, tx: Transaction, together: readonly WireEvent[]) => Promise<void>;

/**
 * Applies events in one transaction, in the order given: each once (inbox), and by the order rule of the reaction.
 * - any: whatever comes;
 * - latest: only what is newer than the version applied last;
 * - strict: exactly the next version; later ones are parked, earlier ones have been applied.
 * @returns how many had been received before
 */
export async function applyEvents(
  tx: Transaction,
  reaction: ReactionSpec,
  events: WireEvent[],
  apply: Apply,
): Promise<number> {
  const consumer = reaction.durable;
  const receiving = receiveOnce(
    tx,
    consumer,
    events.map((event) => event.id),
  );
  if (reaction.order === 'any') {
    const due = onlyFresh(events, await receiving);
    for (const event of due) await apply(event, tx, due);
    return events.length - due.length;
  }
  // Asked for together: one round trip.
  const locking = Positions.lock(
    tx,
    consumer,
    events.map((event) => event.subject),
  );
  const [fresh, positions] = await Promise.all([receiving, locking]);
  const received = onlyFresh(events, fresh);
  const due = received.filter((event) => {
    const applied = positions.of(event.subject);
    if (event.aggregateversion <= applied) return false;
    const early = reaction.order === 'strict' && event.aggregateversion > applied + 1;
    if (early) park(tx, consumer, event);
    else positions.move(event.subject, event.aggregateversion);
    return !early;
  });
  for (const event of due) await apply(event, tx, due);
  positions.save();
  return events.length - received.length;
}

/** Those not received before, each once: an event may come twice within one batch, too. */
function onlyFresh(events: WireEvent[], fresh: Set<string>): WireEvent[] {
  return events.filter((event) => fresh.delete(event.id));
}

/**
 * Applies a parked event whose turn has come; without an event its place is passed over. It is in the inbox already: its
 * place in `parked` is what is taken.
 */
export async function applyParked(
  tx: Transaction,
  reaction: ReactionSpec,
  parked: ParkedEvent,
  event: WireEvent | undefined,
  apply: Apply,
): Promise<void> {
  const { aggregateId, version } = parked;
  const positions = await Positions.lock(tx, reaction.durable, [aggregateId]);
  const applied = positions.of(aggregateId);
  if (version > applied + 1) return;
  unpark(tx, reaction.durable, parked);
  if (version <= applied) return;
  if (event) await apply(event, tx, [event]);
  positions.move(aggregateId, version);
  positions.save();
}
