import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import type { Correction, Said } from './domain/corrections';
import type { IncomingEvent } from './domain/incoming-event';
import { latePromise, reachedLevel } from './domain/late-promise';
import type { MailEvent } from './domain/mail-event';
import type { IncomingDocument } from './persistence/incoming-document.entity';
import type { MailItem } from './persistence/mail-item.entity';

/**
 * What happened to a document, for the ledger. `document` is as it stands afterwards, its version counted. Only ids and
 * facts: neither what it is about nor anybody's words, but for what is corrected of one that is not confidential.
 */
export function toIncomingEvent(document: IncomingDocument, act: Act, event: IncomingEvent): NewEvent {
  const { id, version, siteId } = document;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(document, act, event) };
}

const said = ({ number }: { number: string }, { lateReason }: Act) => ({ number, ...(lateReason !== undefined && { lateReason }) });

/** Domain event → wire contract, once. */
function contractOf(document: IncomingDocument, act: Act, event: IncomingEvent) {
  const about = said(document, act);
  const circulation = { circulation: document.circulation };
  const acting = { actingPersonId: document.actingPersonId! };
  switch (event.kind) {
    case 'registered': {
      const { registerId, urgency, confidentiality, copies, paper, mailId, attachmentIds } = document;
      const register = { registerId, registerYear: event.register.year, registerNumber: event.register.n };
      return { type: 'documents.incoming-registered.v1' as const, data: { ...about, ...register, urgency, confidentiality, copies, paper, mailId, attachmentIds } };
    }
    case 'checked':
      return { type: 'documents.incoming-checked.v1' as const, data: about };
    case 'sent-back':
      return { type: 'documents.incoming-sent-back.v1' as const, data: about };
    case 'corrected':
      return { type: 'documents.incoming-corrected.v1' as const, data: { ...about, ...correctedIn(document, event.correction) } };
    case 'proposed':
      return { type: 'documents.incoming-proposed.v1' as const, data: { ...about, deciderIds: event.deciderIds } };
    case 'decided': {
      const { actingPersonId, dueAt, answerNeeded } = document;
      return { type: 'documents.incoming-decided.v1' as const, data: { ...about, actingPersonId, dueAt: dueAt?.toISOString() ?? null, answerNeeded } };
    }
    case 'assigned':
      return { type: 'documents.incoming-assigned.v1' as const, data: { ...about, ...acting, formerPersonId: event.formerPersonId } };
    case 'reminded':
      return { type: 'documents.incoming-reminded.v1' as const, data: { ...about, ...acting, reminders: document.reminders } };
    case 'supervised':
      return { type: 'documents.incoming-supervised.v1' as const, data: { ...about, ...acting, supervisorId: document.supervisedBy! } };
    case 'acted-on':
      return { type: 'documents.incoming-acted-on.v1' as const, data: { ...about, ...acting } };
    case 'circulated': {
      const { readerIds, next } = event;
      return { type: 'documents.incoming-circulated.v1' as const, data: { ...about, ...circulation, ordered: document.ordered, readerIds, next } };
    }
    case 'read': {
      const { readerId, next } = event;
      return { type: 'documents.incoming-read.v1' as const, data: { ...about, ...circulation, readerId, next, completed: next.length === 0 } };
    }
    case 'readers-changed': {
      const { added, leftOut, next } = event;
      return { type: 'documents.incoming-readers-changed.v1' as const, data: { ...about, ...circulation, added, leftOut, next, completed: next.length === 0 } };
    }
    case 'answered':
      return { type: 'documents.incoming-answered.v1' as const, data: about };
    case 'filed': {
      const { registerId, confidentiality, documentDate, receivedAt, attachmentIds } = document;
      const register = { registerId, registerYear: event.register.year, registerNumber: event.register.n };
      const dates = {
        documentDate: documentDate?.toISOString() ?? null,
        receivedAt: receivedAt.toISOString(),
        concludedAt: event.concludedAt.toISOString(),
      };
      return { type: 'documents.incoming-filed.v1' as const, data: { ...about, ...register, confidentiality, ...dates, attachmentIds } };
    }
    case 'voided':
      return { type: 'documents.incoming-voided.v1' as const, data: about };
    case 'scanned':
      return { type: 'documents.incoming-scanned.v1' as const, data: { ...about, scan: document.scans, holderId: event.holderId } };
    case 'taken-back':
      return { type: 'documents.incoming-taken-back.v1' as const, data: { ...about, type: event.type } };
    case 'escalated':
      return { type: 'documents.incoming-escalated.v1' as const, data: { number: document.number, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'documents.incoming-shown-on-time.v1' as const, data: { number: document.number, ...latePromise(event.level) } };
  }
}

/** Of a document that is confidential, or was before, only which fields: who may, reads what they said on the document. */
function correctedIn({ confidentiality }: IncomingDocument, { was, became }: Correction) {
  const fields = Object.keys(became) as Array<keyof Said>;
  return [confidentiality, was.confidentiality].includes('confidential') ? { fields } : { fields, was: withoutNulls(was), became: withoutNulls(became) };
}

function withoutNulls(values: Said) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as { [F in keyof Said]: NonNullable<Said[F]> };
}

/** As `toIncomingEvent`, of mail. */
export function toMailEvent(mail: MailItem, act: Act, event: MailEvent): NewEvent {
  const { id, version, siteId } = mail;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...mailContract(mail, act, event) };
}

function mailContract(mail: MailItem, act: Act, event: MailEvent) {
  const { number, addresseeId, kind, official, attachmentIds } = mail;
  const about = { ...said(mail, act), addresseeId };
  switch (event.kind) {
    case 'signed-for':
      return { type: 'documents.mail-signed-for.v1' as const, data: { ...about, kind, official, attachmentIds } };
    case 'collected':
      return { type: 'documents.mail-collected.v1' as const, data: about };
    case 'readdressed':
      return { type: 'documents.mail-readdressed.v1' as const, data: { ...about, formerAddresseeId: event.formerAddresseeId } };
    case 'registered':
      return { type: 'documents.mail-registered.v1' as const, data: { ...about, documentId: event.documentId } };
    case 'escalated':
      return { type: 'documents.mail-escalated.v1' as const, data: { number, addresseeId, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'documents.mail-shown-on-time.v1' as const, data: { number, addresseeId, ...latePromise(event.level) } };
  }
}
