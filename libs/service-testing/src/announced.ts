import { eventContracts, type EventData, type EventType, type WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';

/** An event as another service announced it a moment ago. */
export function announced<T extends EventType>(
  type: T,
  subject: string,
  siteId: string,
  data: EventData<T>,
  more: Partial<WireEvent<T>> = {},
): WireEvent<T> {
  const at = new Date(Date.now() - 1_000).toISOString();
  return {
    specversion: '1.0',
    id: newId(),
    source: `/${type.split('.')[0]}`,
    type,
    subject,
    time: at,
    datacontenttype: 'application/json',
    aggregatetype: eventContracts[type].aggregate,
    aggregateversion: 1,
    siteid: siteId,
    happenedat: at,
    actorid: newId(),
    actorrole: 'desk',
    data,
    ...more,
  };
}
