import type { recordEventTypes } from '@property-office/contracts';
import type { EventOf } from '@property-office/messaging';
import type { Proposed } from '../features/propose-record/proposed';

export type ProposingEvent = EventOf<(typeof recordEventTypes)[keyof typeof recordEventTypes]>;

const unsaid = { title: null, pages: null, copies: null };

/**
 * What an event proposes as a record, whether it was heard or its source was asked for it again: an incoming document by its own date, an
 * outgoing one by its sign-off, never its draft; a notice by its approval, one of the night, which had none before, by its release; a
 * complaint confidential, and hidden from whom the case is hidden; a repair by its closing (W4.5).
 */
export function proposedOf(event: ProposingEvent): Proposed {
  const { id: eventId, siteid: siteId, subject: id } = event;
  const origin = { eventId, siteId };
  switch (event.type) {
    case 'documents.incoming-filed.v1': {
      const { number, confidentiality, documentDate, receivedAt, attachmentIds } = event.data;
      return { ...origin, source: { type: 'incoming-document', id, number }, datedAt: new Date(documentDate ?? receivedAt), ...unsaid, confidentiality, attachmentIds };
    }
    case 'documents.outgoing-filed.v1': {
      const { number, confidentiality, title, signedOffAt, pages, copies, attachmentIds } = event.data;
      return { ...origin, source: { type: 'outgoing-document', id, number }, datedAt: new Date(signedOffAt), title, pages, copies, confidentiality, attachmentIds };
    }
    case 'complaints.complaint-closed.v1': {
      const { number, closedAt, attachmentIds, hiddenFrom } = event.data;
      return { ...origin, source: { type: 'complaint', id, number }, datedAt: new Date(closedAt), ...unsaid, confidentiality: 'confidential', attachmentIds, hiddenFrom };
    }
    case 'notifications.notice-released.v1': {
      const { number, title, approvedAt, releasedAt, attachmentIds } = event.data;
      return { ...origin, source: { type: 'notice', id, number }, datedAt: new Date(approvedAt ?? releasedAt), ...unsaid, title, confidentiality: 'open', attachmentIds };
    }
    case 'tickets.repair-closed.v1':
      return { ...origin, source: { type: 'repair-request', id, number: event.data.number }, datedAt: new Date(event.happenedat), ...unsaid, confidentiality: 'internal', attachmentIds: [] };
  }
}
