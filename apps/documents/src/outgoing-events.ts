import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { latePromise, reachedLevel } from './domain/late-promise';
import type { OutgoingEvent } from './domain/outgoing-event';
import type { OutgoingDocument } from './persistence/outgoing-document.entity';

/** As `toIncomingEvent`, of an outgoing document as it stands afterwards. Its title is in the last one alone, and only where it is no secret. */
export function toOutgoingEvent(document: OutgoingDocument, act: Act, event: OutgoingEvent): NewEvent {
  const { id, version, siteId } = document;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(document, act, event) };
}

/** As people call it: by the number of its draft until it has one in a register. */
export function calledBy({ number, draftNumber }: Pick<OutgoingDocument, 'number' | 'draftNumber'>): string {
  return number ?? draftNumber;
}

function contractOf(document: OutgoingDocument, { lateReason }: Act, event: OutgoingEvent) {
  const number = calledBy(document);
  const about = { number, ...(lateReason !== undefined && { lateReason }) };
  const { textVersion, textHash, kind, urgency, confidentiality, attachmentIds } = document;
  const text = { textVersion, textHash };
  switch (event.kind) {
    case 'drafted':
      return { type: 'documents.outgoing-drafted.v1' as const, data: { ...about, kind, urgency, confidentiality, ...text, attachmentIds } };
    case 'edited':
      return { type: 'documents.outgoing-edited.v1' as const, data: { ...about, ...text, attachmentIds } };
    case 'submitted':
      return { type: 'documents.outgoing-submitted.v1' as const, data: { ...about, ...text, reviewerId: document.reviewerId!, countersignerIds: event.countersignerIds } };
    case 'returned':
      return { type: 'documents.outgoing-returned.v1' as const, data: { ...about, drafterId: document.draftedBy } };
    case 'reviewed':
      return { type: 'documents.outgoing-reviewed.v1' as const, data: { ...about, ...text, next: event.next, signerIds: event.signerIds } };
    case 'countersigned': {
      const { countersignerId, next, signerIds } = event;
      return { type: 'documents.outgoing-countersigned.v1' as const, data: { ...about, ...text, countersignerId, next, signerIds } };
    }
    case 'signed-off':
      return { type: 'documents.outgoing-signed-off.v1' as const, data: { ...about, ...text, signerId: document.signedBy! } };
    case 'checked':
      return { type: 'documents.outgoing-checked.v1' as const, data: { ...about, ...text } };
    case 'corrected': {
      const { substance, differences, signerIds } = event;
      return { type: 'documents.outgoing-corrected.v1' as const, data: { ...about, ...text, substance, differences, signerId: document.signedBy!, signerIds } };
    }
    case 'numbered':
      return { type: 'documents.outgoing-numbered.v1' as const, data: { ...about, ...registered(event.register) } };
    case 'printed': {
      const { copies, firstShare, approverIds } = event;
      const { pages, countedPages, pagesReason } = document;
      const counted = pagesReason !== null && countedPages !== null && { countedPages };
      return { type: 'documents.outgoing-printed.v1' as const, data: { ...about, ...text, copies, firstShare, pages, ...counted, approverIds } };
    }
    case 'seal-approved':
      return { type: 'documents.outgoing-seal-approved.v1' as const, data: { ...about, copies: event.copies } };
    case 'sealed':
      return { type: 'documents.outgoing-sealed.v1' as const, data: { ...about, copies: document.sealedCopies, approvedById: event.approvedById } };
    case 'released':
      return { type: 'documents.outgoing-released.v1' as const, data: { ...about, ...text, deliveries: event.deliveries } };
    case 'receipt-recorded': {
      const { delivery, received, outstanding } = event;
      return { type: 'documents.outgoing-receipt-recorded.v1' as const, data: { ...about, delivery, received, outstanding } };
    }
    case 'filed': {
      const title = confidentiality === 'confidential' ? null : document.title;
      const dates = {
        signedOffAt: document.signedAt!.toISOString(),
        signerId: document.signedBy!,
        numberedAt: document.numberedAt!.toISOString(),
        releasedAt: document.releasedAt!.toISOString(),
      };
      const paper = { pages: document.pages, copies: document.copies };
      const data = { ...about, ...registered(event.register), kind, confidentiality, title, ...dates, ...paper, ...text, attachmentIds };
      return { type: 'documents.outgoing-filed.v1' as const, data };
    }
    case 'discarded':
      return { type: 'documents.outgoing-discarded.v1' as const, data: about };
    case 'voided':
      return { type: 'documents.outgoing-voided.v1' as const, data: about };
    case 'taken-back':
      return { type: 'documents.outgoing-taken-back.v1' as const, data: { ...about, type: event.type } };
    case 'escalated':
      return { type: 'documents.outgoing-escalated.v1' as const, data: { number, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'documents.outgoing-shown-on-time.v1' as const, data: { number, ...latePromise(event.level) } };
  }
}

function registered({ registerId, year, n }: { registerId: string; year: number; n: number }) {
  return { registerId, registerYear: year, registerNumber: n };
}
