import { crewsStream, streamOf } from '@property-office/messaging';
import { routedTypes, writesTo } from '@property-office/outbox';
import type { Client } from 'pg';
import type { Broker } from '../broker';
import type { Check, Violation } from './check';

/** A stream holds 30 days; the last of them may be on its way out. */
const watchedDays = 29;

/** The streams in NATS and the ledgers they are made from say the same. Reads every message's headers. */
export const streams: Check = {
  id: 'I7',
  title: 'the streams hold what the ledgers announced, and nothing else',
  async run({ database, broker, producers }) {
    if (!broker) return ['NATS does not answer: its streams cannot be compared with the ledgers'];
    const found: Violation[] = [];
    for (const producer of producers) {
      found.push(
        ...(await compare(database, broker, producer, { stream: streamOf(producer), routed: false })),
      );
      if (writesTo(producer, 'crews'))
        found.push(...(await compare(database, broker, producer, { stream: crewsStream, routed: true })));
    }
    return found;
  },
};

async function compare(
  database: Client,
  broker: Broker,
  producer: string,
  { stream, routed }: { stream: string; routed: boolean },
): Promise<Violation[]> {
  // The ledger first: what it says is published was in the stream before that.
  const { rows } = await database.query<{ event_id: string; type: string }>(
    `SELECT event_id, type FROM ${producer}.ledger l WHERE recorded_at > platform.now() - $1 * interval '1 day' AND (type = ANY ($2)) = $3
       AND NOT EXISTS (SELECT 1 FROM ${producer}.outbox_pending p WHERE p.event_id = l.event_id)`,
    [watchedDays, routedTypes, routed],
  );
  const published = await broker.read(stream);
  if (!published)
    return rows.length === 0
      ? []
      : [`stream ${stream} does not exist, ${rows.length} events should be in it`];
  const recorded = await database.query<{ event_id: string; type: string }>(
    `SELECT event_id, type FROM ${producer}.ledger WHERE event_id = ANY ($1::uuid[])`,
    [published.flatMap(({ eventId }) => eventId ?? [])],
  );
  const typeOf = new Map(recorded.rows.map(({ event_id, type }) => [event_id, type]));
  const live = new Set(published.filter(({ replayed }) => !replayed).map(({ eventId }) => eventId));
  return [
    ...published.flatMap(({ seq, subject, eventId, type }) => {
      if (eventId === undefined) return [`${stream} ${seq} (${subject}) was not published by a relay`];
      if (!typeOf.has(eventId))
        return [`${stream} ${seq} (${subject}) is event ${eventId}, which stands in no ledger`];
      return typeOf.get(eventId) === type
        ? []
        : [`${stream} ${seq}: event ${eventId} went out as ${subject}`];
    }),
    ...rows.flatMap(({ event_id, type }) =>
      live.has(event_id)
        ? []
        : [`${producer}: ${type} ${event_id} counts as published and is not in ${stream}`],
    ),
  ];
}
