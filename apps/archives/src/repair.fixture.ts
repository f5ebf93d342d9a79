import type { EventData, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced } from '@property-office/service-testing';

/** The events of a repair request, in their order. */
export class Repair {
  readonly id = newId();
  readonly number = `R-20261128-${Math.floor(Math.random() * 90_000 + 10_000)}`;
  private version = 0;

  constructor(
    private readonly siteId: string,
    private readonly job: Partial<EventData<'tickets.repair-requested.v1'>> & Pick<EventData<'tickets.repair-requested.v1'>, 'location'>,
  ) {}

  private get said() {
    const none = { description: '漏水', reporterId: null, preferredFrom: null, preferredTo: null };
    return { number: this.number, episode: 1, category: 'water-leak', repairClass: 'P2' as const, dispatchMode: 'assign' as const, skill: 'plumbing' as const, ...none, ...this.job };
  }

  requested(): WireEvent {
    return this.event('tickets.repair-requested.v1', { ...this.said, channel: 'desk', urgent: false, seenAt: null, externalReference: null, attachmentIds: [] });
  }

  resolved(episode = 1): WireEvent {
    return this.event('tickets.repair-resolved.v1', { number: this.number, episode, workOrderId: null });
  }

  reopened(episode: number): WireEvent {
    return this.event('tickets.repair-reopened.v1', { ...this.said, episode, reason: '又漏了' });
  }

  corrected(to: EventData<'tickets.repair-corrected.v1'>['to']): WireEvent {
    return this.event('tickets.repair-corrected.v1', { number: this.number, episode: 1, from: {}, to, reason: '房号有误' });
  }

  closed(episode = 1): WireEvent {
    return this.event('tickets.repair-closed.v1', { number: this.number, episode, result: 'satisfied', followUpId: newId() });
  }

  private event<T extends WireEvent['type']>(type: T, data: EventData<T>): WireEvent {
    return announced(type, this.id, this.siteId, data, { aggregateversion: (this.version += 1) } as Partial<WireEvent<T>>) as WireEvent;
  }
}
