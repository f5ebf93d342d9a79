import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { DirectiveEvent } from './domain/directive-event';
import { latePromise, reachedLevel } from './domain/late-promise';
import type { Directive } from './persistence/directive.entity';

/** As `toIncomingEvent`, of a directive as it stands afterwards: whom it concerns, never what it says. */
export function toDirectiveEvent(directive: Directive, act: Act, event: DirectiveEvent): NewEvent {
  const { id, version, siteId } = directive;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(directive, act, event) };
}

function contractOf(directive: Directive, { lateReason }: Act, event: DirectiveEvent) {
  const { number, acknowledgeBy, replacesId, attachmentIds, givenBy, addressed, acknowledged } = directive;
  const about = { number, ...(lateReason !== undefined && { lateReason }) };
  switch (event.kind) {
    case 'given': {
      const { addresseeIds } = event;
      return { type: 'documents.directive-given.v1' as const, data: { ...about, acknowledgeBy: acknowledgeBy.toISOString(), addresseeIds, replacesId, attachmentIds } };
    }
    case 'acknowledged': {
      const { addresseeId } = event;
      return { type: 'documents.directive-acknowledged.v1' as const, data: { ...about, addresseeId, giverId: givenBy, acknowledged, addressed } };
    }
    case 'withdrawn':
      return { type: 'documents.directive-withdrawn.v1' as const, data: { ...about, addresseeIds: event.addresseeIds } };
    case 'replaced': {
      const { replacedById, addresseeIds } = event;
      return { type: 'documents.directive-replaced.v1' as const, data: { ...about, replacedById, addresseeIds } };
    }
    case 'escalated':
      return { type: 'documents.directive-escalated.v1' as const, data: { number, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'documents.directive-shown-on-time.v1' as const, data: { number, ...latePromise(event.level) } };
  }
}
