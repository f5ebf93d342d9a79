import { Type } from 'typebox';
import { monthStandings, recordSources, reopenings } from '../archives';
import { event, Id, Instant } from './define';
import { escalation, promised } from './escalation';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const count = Type.Integer({ minimum: 0 });

/** Of one source: what it says it has of the month, what was proposed of that, and what became of it. */
const figures = Type.Array(
  Type.Object({ source: Type.Enum(recordSources), events: count, proposals: count, records: count, returned: count, open: count, missing: count, unknown: count, explained: count }),
);

const ofMonth = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'archive-month',
    summary,
    data: Type.Object({
      /** `2026-11`. */
      number: Type.String(),
      ...late,
      ...data,
    }),
    personal: ['lateReason'],
  });

/** The monthly reconciliation of the archives (W4.5). */
export const reconciliationEvents = {
  'archives.month-ended.v1': ofMonth('A month of a site is over and is counted by source.', { from: Instant, to: Instant }),
  'archives.month-agreed.v1': ofMonth('What the sources have and what was proposed agree, or each difference has a reason: it may be closed.', { figures }),
  'archives.month-differed.v1': ofMonth('Something of the month is missing or still open.', { figures }),
  'archives.month-asked-again.v1': ofMonth('What was missing was asked for again, and proposed.', { sourceEventIds: Type.Array(Id) }),
  'archives.month-explained.v1': ofMonth('A difference was given a reason, which stands on it.', { sourceEventId: Id, standing: Type.Enum(monthStandings) }),
  'archives.month-closed.v1': ofMonth('Somebody closed the month; these are its figures.', { figures }),
  'archives.month-reopened.v1': ofMonth('Something of a closed month changed: it is open again.', { because: Type.Enum(reopenings), figures }),
  'archives.month-escalated.v1': ofMonth('It is late, or soon will be: one level was reached (G5).', escalation),
  'archives.month-shown-on-time.v1': ofMonth('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
  'archives.repair-register-made.v1': event({
    producer: 'archives',
    aggregate: 'repair-register',
    summary: 'The register of the repairs that were done in a month was made, once for a site; it proposes a record.',
    data: Type.Object({ number: Type.String(), monthId: Id, datedAt: Instant, repairs: count, pages: Type.Integer({ minimum: 1 }) }),
  }),
};
