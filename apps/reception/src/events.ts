import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { callerKind } from './domain/caller-kind';
import type { ContactEvent, Conversion } from './domain/contact-event';
import type { HandOver } from './domain/hand-over';
import { levelData } from './domain/late-promise';
import type { Contact } from './persistence/contact.entity';

/** What happened to a contact, for the ledger. `contact` is as it stands afterwards, its version counted. */
export function toNewEvent(contact: Contact, act: Act, event: ContactEvent): NewEvent {
  return {
    aggregateId: contact.id,
    aggregateVersion: contact.version,
    siteId: contact.siteId,
    happenedAt: act.happenedAt,
    actor: act.actor,
    ...contractOf(contact, act, event),
  };
}

/** Domain event → wire contract, once. */
function contractOf(contact: Contact, act: Act, event: ContactEvent) {
  const said = { number: contact.number, ...(act.lateReason !== undefined && { lateReason: act.lateReason }) };
  switch (event.kind) {
    case 'recorded':
      return {
        type: 'reception.contact-recorded.v1' as const,
        data: {
          ...said,
          channel: contact.channel,
          caller: callerKind(contact),
          ownerId: contact.ownerId,
          attachmentIds: contact.attachmentIds,
        },
      };
    case 'offered': {
      const { handOver, insteadOf, passedOver } = event;
      const { heated, note } = handOver;
      const data = { ...said, ...whom(contact, handOver), heated, insteadOf, note, ...(passedOver.length > 0 && { passedOver: [...passedOver] }) };
      return { type: 'reception.contact-offered.v1' as const, data };
    }
    case 'accepted':
      return {
        type: 'reception.contact-accepted.v1' as const,
        data: { ...said, ...whom(contact, event.handOver), fromPersonId: event.fromPersonId },
      };
    case 'returned':
      return { type: 'reception.contact-returned.v1' as const, data: { ...said, ...whom(contact, event.handOver), reason: event.reason } };
    case 'escalated':
      return {
        type: 'reception.contact-escalated.v1' as const,
        data: { number: contact.number, ownerId: contact.ownerId, ...levelData(event.escalation) },
      };
    case 'shown-on-time':
      return { type: 'reception.contact-shown-on-time.v1' as const, data: { number: contact.number, ...levelData(event.level) } };
    case 'answered': {
      const { standardAnswerId: id, standardAnswerVersion: version, causeId } = contact;
      return { type: 'reception.contact-answered.v1' as const, data: { ...said, standardAnswer: id && version ? { id, version } : null, ...(causeId && { causeId }) } };
    }
    case 'guided':
      return { type: 'reception.contact-guided.v1' as const, data: { ...said, whereTo: contact.guidedTo! } };
    case 'forgotten':
      return { type: 'reception.contact-forgotten.v1' as const, data: { number: contact.number } };
    case 'converted':
      return { type: 'reception.contact-converted.v1' as const, data: { ...said, ...whatIsMade(contact, event.conversion) } };
  }
}

function whom({ ownerId }: Contact, { n, toPersonId, toRole }: HandOver) {
  if (toRole === 'desk') return { handOver: n, ownerId, toPersonId, toRole: null, toDesk: true };
  return { handOver: n, ownerId, toPersonId, toRole };
}

function whatIsMade(contact: Contact, { repair, complaint, ...conversion }: Conversion) {
  return {
    contactId: contact.id,
    channel: contact.channel,
    caller: callerKind(contact),
    attachmentIds: contact.attachmentIds,
    ...conversion,
    ...(repair && {
      repair: {
        ...repair,
        preferredFrom: repair.preferredFrom?.toISOString() ?? null,
        preferredTo: repair.preferredTo?.toISOString() ?? null,
      },
    }),
    ...(complaint && { complaint: { ...complaint, hotlineDeadline: complaint.hotlineDeadline?.toISOString() ?? null } }),
  };
}
