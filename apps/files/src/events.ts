import type { EventData } from '@property-office/contracts';
import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';

/** An object loses its files once: the only event of it. */
export function contentsWiped({ actor, happenedAt }: Act, siteId: string, data: EventData<'files.contents-wiped.v1'>): NewEvent {
  return { type: 'files.contents-wiped.v1', aggregateId: data.objectId, aggregateVersion: 1, siteId, happenedAt, actor, data };
}
