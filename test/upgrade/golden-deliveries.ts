import { jetstream } from '@nats-io/jetstream';
import { eventContracts, type EventType } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { producerOf, streamOf, subjectOf } from '@property-office/messaging';
import { listenersByEvent } from '../../apps/all-in-one/src/documents/event-listeners';
import { services } from '../../apps/all-in-one/src/services';
import type { GoldenEvent } from '../contracts/golden-events';
import { withBroker } from '../support/nats';
import type { Office } from '../support/office';
import { schemasOf } from '../support/rest';

interface Delivered {
  id: string;
  type: EventType;
}

/** Golden events of one kind call their aggregate the same, and all of them themselves: here each is the first event of an aggregate of its own. */
function distinct({ text }: GoldenEvent, at: number): Delivered & { bytes: Uint8Array } {
  const event = JSON.parse(text) as { type: EventType };
  const id = derivedId('golden event', `${event.type} ${at}`);
  return { id, type: event.type, bytes: new TextEncoder().encode(JSON.stringify({ ...event, id, subject: derivedId('golden aggregate', id) })) };
}

/** No reaction hears it: crews read it on a subject of their own. */
const isCrewFeed = ({ type }: Delivered): boolean => eventContracts[type].stream === 'crews';

/** Hands golden events to whatever reacts to them today, as the version that announced them did; returns when all is done that follows from it. */
export async function deliver(office: Office, goldens: readonly GoldenEvent[]): Promise<Delivered[]> {
  const events = goldens.map(distinct).filter((event) => !isCrewFeed(event));
  await withBroker(office, async (nats) => {
    for (const { id, type, bytes } of events)
      await jetstream(nats).publish(subjectOf(type), bytes, { msgID: id, expect: { streamName: streamOf(producerOf(type)) } });
  });
  await office.comeToRest(60_000);
  return events;
}

/** Who should have taken one of these events and has not, or could not, a line each. */
export async function notTaken(office: Office, delivered: readonly Delivered[]): Promise<string[]> {
  const typeOf = new Map(delivered.map(({ id, type }) => [id, type]));
  const ids = [...typeOf.keys()];
  const schemas = await schemasOf(office);
  const each = <R>(sql: string) => office.query<R>(schemas.map((schema) => `SELECT * FROM (${sql.replaceAll('$schema', schema)}) ${schema}`).join(' UNION ALL '), [ids]);
  const dead = await each<{ consumer: string; id: string; error: string }>(`SELECT consumer, event_id AS id, error FROM $schema.dead_letter WHERE event_id = ANY ($1)`);
  const taken = await each<{ consumer: string; id: string }>(`SELECT consumer, event_id AS id FROM $schema.inbox WHERE event_id = ANY ($1)`);
  const has = new Set(taken.map(({ consumer, id }) => `${consumer} ${id}`));
  const listeners = listenersByEvent(services);
  const missing = delivered.flatMap(({ id, type }) => (listeners.get(type) ?? []).filter(({ durable }) => !has.has(`${durable} ${id}`)).map(({ durable }) => `${durable} has not taken ${type}`));
  return [...dead.map(({ consumer, id, error }) => `${consumer} refuses ${typeOf.get(id)}: ${error.split('\n')[0]}`), ...missing].sort();
}
