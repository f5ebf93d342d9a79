import { Type } from 'typebox';
import { roles } from '../roles';
import { event, Id, Instant, Nullable } from './define';

const localized = Type.Object({ zh: Type.String(), en: Type.String() });
/** A row of a table that the office edits: added, never changed. It holds for what starts when it is in effect. */
const row = { rowId: Id, source: localized, effectiveFrom: Instant };
/** Null: every site that has no row of its own. */
const site = { siteId: Nullable(Id) };

const shifts = Type.Array(Type.Object({ from: Type.String(), to: Type.String() }));
/** Functions and units are words of the business calendar. */
const duration = Type.Object({ amount: Type.Number({ minimum: 0 }), unit: Type.String() });
const recipient = Type.Enum(['responsible', ...roles]);

/** The tables by which clocks run (G4, G5, Q1). */
export const officeRuleEvents = {
  'directory.service-hours-set.v1': event({
    producer: 'directory',
    aggregate: 'service-hours',
    summary: 'When a function of a site, or of all sites, serves from a time on.',
    data: Type.Object({
      ...row,
      ...site,
      function: Type.String(),
      hours: Type.Object({ workday: shifts, saturday: shifts, sunday: shifts, holiday: shifts }),
    }),
  }),
  'directory.holidays-set.v1': event({
    producer: 'directory',
    aggregate: 'holiday-year',
    summary: 'The public holidays and make-up workdays of a year, all of them.',
    data: Type.Object({
      ...row,
      year: Type.Integer(),
      days: Type.Array(Type.Object({ date: Type.String(), kind: Type.Enum(['holiday', 'make-up-workday']), name: localized })),
    }),
  }),
  'directory.target-set.v1': event({
    producer: 'directory',
    aggregate: 'service-target',
    summary: 'What is promised to a class of things from a time on (Q1).',
    data: Type.Object({
      ...row,
      ...site,
      class: Type.String(),
      promise: Type.String(),
      function: Type.String(),
      countsFrom: Type.Enum(['start', 'appointment']),
      /** Several: the earliest holds. None: it is said in words. */
      limits: Type.Array(duration),
      words: Nullable(localized),
    }),
  }),
  'directory.escalation-plan-set.v1': event({
    producer: 'directory',
    aggregate: 'escalation-plan',
    summary: 'Who hears from a time on when a promise to a class of things is late (G5).',
    data: Type.Object({
      ...row,
      ...site,
      class: Type.String(),
      /** Null: every promise of the class that has no plan of its own. */
      promise: Nullable(Type.String()),
      urgent: Type.Boolean(),
      function: Type.String(),
      levels: Type.Array(
        Type.Object({
          name: Type.String(),
          base: Type.Enum(['start', 'due']),
          after: duration,
          to: recipient,
          toOutsideService: Type.Optional(recipient),
        }),
      ),
    }),
  }),
};
