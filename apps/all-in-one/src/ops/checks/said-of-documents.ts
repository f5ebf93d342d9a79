import type { EventType } from '@property-office/contracts';
import { stays, type Said, type SaidStates } from './said';

const mailItem: Record<Extract<EventType, `documents.mail-${string}`>, Said> = {
  'documents.mail-signed-for.v1': 'waiting',
  'documents.mail-readdressed.v1': 'waiting',
  'documents.mail-collected.v1': 'collected',
  'documents.mail-registered.v1': 'registered',
  'documents.mail-escalated.v1': undefined,
  'documents.mail-shown-on-time.v1': undefined,
};

const incoming: Record<Extract<EventType, `documents.incoming-${string}`>, Said> = {
  'documents.incoming-registered.v1': 'registered',
  'documents.incoming-checked.v1': 'checked',
  'documents.incoming-sent-back.v1': 'sent-back',
  'documents.incoming-proposed.v1': 'proposed',
  // For reading only: nobody acts on it.
  'documents.incoming-decided.v1': { where: `data ->> 'actingPersonId' IS NULL`, state: 'acted-on', otherwise: 'decided' },
  'documents.incoming-acted-on.v1': 'acted-on',
  'documents.incoming-filed.v1': 'filed',
  'documents.incoming-voided.v1': 'voided',
  // What was done to a document that was registered and nothing else (G3).
  'documents.incoming-taken-back.v1': { where: 'true', state: 'registered', undoes: true },
  'documents.incoming-corrected.v1': undefined,
  'documents.incoming-assigned.v1': undefined,
  'documents.incoming-reminded.v1': undefined,
  'documents.incoming-supervised.v1': undefined,
  'documents.incoming-circulated.v1': undefined,
  'documents.incoming-read.v1': undefined,
  'documents.incoming-readers-changed.v1': undefined,
  'documents.incoming-answered.v1': undefined,
  'documents.incoming-scanned.v1': undefined,
  'documents.incoming-escalated.v1': undefined,
  'documents.incoming-shown-on-time.v1': undefined,
};

const nobodyIsNext = `data -> 'next' = '[]'::jsonb`;

const outgoing: Record<Extract<EventType, `documents.outgoing-${string}`>, Said> = {
  'documents.outgoing-drafted.v1': 'drafted',
  'documents.outgoing-edited.v1': 'drafted',
  'documents.outgoing-submitted.v1': 'submitted',
  'documents.outgoing-returned.v1': 'drafted',
  'documents.outgoing-reviewed.v1': { where: nobodyIsNext, state: 'to-sign', otherwise: 'reviewed' },
  'documents.outgoing-countersigned.v1': { where: nobodyIsNext, state: 'to-sign', otherwise: 'reviewed' },
  'documents.outgoing-signed-off.v1': 'signed-off',
  'documents.outgoing-checked.v1': 'checked',
  'documents.outgoing-corrected.v1': { where: `(data ->> 'substance')::boolean`, state: 'to-sign', otherwise: stays },
  'documents.outgoing-numbered.v1': 'numbered',
  'documents.outgoing-printed.v1': 'printed',
  'documents.outgoing-sealed.v1': 'sealed',
  'documents.outgoing-released.v1': 'released',
  'documents.outgoing-filed.v1': 'filed',
  'documents.outgoing-discarded.v1': 'discarded',
  'documents.outgoing-voided.v1': 'voided',
  // That it was checked, or that it was discarded (G3).
  'documents.outgoing-taken-back.v1': {
    where: `data ->> 'type' = 'documents.outgoing-checked.v1'`,
    state: 'signed-off',
    otherwise: stays,
    undoes: true,
  },
  'documents.outgoing-seal-approved.v1': undefined,
  'documents.outgoing-receipt-recorded.v1': undefined,
  'documents.outgoing-escalated.v1': undefined,
  'documents.outgoing-shown-on-time.v1': undefined,
};

const directive: Record<Extract<EventType, `documents.directive-${string}`>, Said> = {
  'documents.directive-given.v1': 'given',
  'documents.directive-acknowledged.v1': { where: `data -> 'acknowledged' = data -> 'addressed'`, state: 'acknowledged', otherwise: 'given' },
  'documents.directive-withdrawn.v1': 'withdrawn',
  'documents.directive-replaced.v1': 'replaced',
  'documents.directive-escalated.v1': undefined,
  'documents.directive-shown-on-time.v1': undefined,
};

const printJob: Record<Extract<EventType, `documents.print-job-${string}`>, Said> = {
  'documents.print-job-requested.v1': 'requested',
  'documents.print-job-taken.v1': 'taken',
  'documents.print-job-done.v1': 'done',
  'documents.print-job-returned.v1': 'returned',
  'documents.print-job-escalated.v1': undefined,
  'documents.print-job-shown-on-time.v1': undefined,
};

export const saidOfDocuments: readonly SaidStates[] = [
  { producer: 'documents', aggregate: 'mail-item', events: mailItem },
  { producer: 'documents', aggregate: 'incoming-document', events: incoming },
  // What was printed with a mistake of typography is printed again.
  { producer: 'documents', aggregate: 'outgoing-document', events: outgoing, staying: { turns: { printed: 'numbered' }, never: 'discarded' } },
  { producer: 'documents', aggregate: 'directive', events: directive },
  { producer: 'documents', aggregate: 'print-job', events: printJob },
];
