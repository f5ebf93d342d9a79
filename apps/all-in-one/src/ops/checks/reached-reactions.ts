import { routedTypes } from '@property-office/outbox';
import { violations, type Check, type Violation } from './check';

/** The inbox is kept 60 days. */
const watchedDays = 59;

/**
 * Each event of a reaction is in its inbox (a parked one is, too) or is a dead letter. A reaction that is younger than an
 * event and leaves the past out need not have had it.
 */
export const reachedReactions: Check = {
  id: 'I6',
  title: 'each event reached each of its reactions',
  async run({ database, services, reactions }) {
    const found: Violation[] = [];
    for (const { service, durable, producer, events } of reactions) {
      if (!services.includes(producer)) continue;
      const all = events.some((type) => type.endsWith('.*'));
      found.push(
        ...(await violations(
          database,
          `SELECT '${durable} never got ' || type || ' ' || event_id FROM ${producer}.ledger AS l
           WHERE (type = ANY ($2) OR ($1 AND type <> ALL ($5))) AND recorded_at > platform.now() - $4 * interval '1 day'
             AND NOT EXISTS (SELECT 1 FROM ${service}.reaction_birth b WHERE b.consumer = $3 AND l.recorded_at < b.since)
             AND NOT EXISTS (SELECT 1 FROM ${producer}.outbox_pending p WHERE p.event_id = l.event_id)
             AND NOT EXISTS (SELECT 1 FROM ${service}.inbox i WHERE i.consumer = $3 AND i.event_id = l.event_id)
             AND NOT EXISTS (SELECT 1 FROM ${service}.dead_letter d WHERE d.consumer = $3 AND d.event_id = l.event_id)`,
          [all, events, durable, watchedDays, routedTypes],
        )),
      );
    }
    return found;
  },
};
