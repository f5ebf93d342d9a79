import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { complaintsOf, contactShield } from './contact-shield';
import { commonGroupings, commonGroups, inPeriod, isLate, listed, missedDue, periodParams, quantiles, rounded, zoneOf, type Period } from './figure-sql';

export const contactGroupings = [...commonGroupings, 'channel', 'caller', 'outcome'] as const;
export type ContactGrouping = (typeof contactGroupings)[number];

/** Figures of the contacts recorded in a period, by group (W2.1). Durations are in seconds, shares between 0 and 1; null where there is nothing to measure. */
export interface ContactFigures {
  group: string | null;
  recorded: number;
  /** Still in somebody's hands. */
  open: number;
  answered: number;
  guidedElsewhere: number;
  converted: number;
  toRepairRequest: number;
  toComplaint: number;
  toSuggestion: number;
  toVisitor: number;
  /** Answered by whoever was first asked: a hand-over counts when it is accepted. */
  answeredByFirstOwner: number;
  /** Their share of what was answered. */
  firstContactResolution: number | null;
  /** Ended within both promises of an enquiry. */
  withinTarget: number;
  /** Ended later than promised, or not yet although its time has passed. */
  late: number;
  handOversOffered: number;
  handOversAccepted: number;
  handOversReturned: number;
  secondsToAcceptP50: number | null;
  secondsToAcceptP90: number | null;
}

const groups: Record<ContactGrouping, string> = {
  ...commonGroups('recorded_at'),
  channel: 'channel',
  caller: 'caller',
  outcome: `coalesce(outcome, 'open')`,
};

const [recorded, offered, accepted, returned] = ['recorded', 'offered', 'accepted', 'returned'].map((fact) => `reception.contact-${fact}.v1`);
const [answered, guided, converted] = ['answered', 'guided', 'converted'].map((fact) => `reception.contact-${fact}.v1`);
/** Between colleagues: that the desk took what was written in the portal is its first contact. */
const handOver = `e.data ->> 'toDesk' IS DISTINCT FROM 'true'`;
const ended = `e.type IN ('${answered}', '${guided}', '${converted}')`;
const promises = ['answer', 'done'];
const became = (kind: string): string => `count(*) FILTER (WHERE outcome = '${kind}')::int`;

/** A projection over the timelines of contacts: whatever rebuilds them rebuilds it. */
@Injectable()
export class ReadContactFigures {
  constructor(private readonly database: Database) {}

  /**
   * Of the sites the principal answers for; without what became a complaint that is hidden from them, which figures tell
   * no more of than lists do (W2.3).
   */
  async of(principal: Principal, period: Period, groupBy: ContactGrouping): Promise<ContactFigures[]> {
    const operation = 'tracking.readContactStatistics';
    const params = periodParams(principal, operation, period);
    const shield = contactShield(principal, { contactId: 'c.case_id', firstParam: params.length + 1 });
    const access = accessCondition(principal, {
      operation,
      right: 'read',
      objectColumn: 'c.case_id',
      siteColumn: 'c.site_id',
      hiddenColumns: ['c.case_id', complaintsOf('c.case_id')],
      firstParam: params.length + shield.params.length + 1,
    });
    return this.database.query<ContactFigures & Record<string, unknown>>(
      `WITH counted AS (
         SELECT e.case_id, first.site_id, ${zoneOf('first.site_id')} AS zone, first.happened_at AS recorded_at,
                first.data ->> 'channel' AS channel, first.data ->> 'caller' AS caller,
                max(e.happened_at) FILTER (WHERE ${ended}) AS ended_at,
                max(CASE e.type WHEN '${answered}' THEN 'answered' WHEN '${guided}' THEN 'guided-elsewhere' WHEN '${converted}' THEN e.data ->> 'to' END) AS outcome,
                count(*) FILTER (WHERE e.type = '${offered}' AND ${handOver}) AS offered,
                count(*) FILTER (WHERE e.type = '${accepted}' AND ${handOver}) AS accepted,
                count(*) FILTER (WHERE e.type = '${returned}' AND ${handOver}) AS returned,
                ${missedDue('reception.contact-escalated.v1', promises)} AS missed_due
         FROM case_entry first JOIN case_entry e ON e.case_id = first.case_id
         WHERE first.type = '${recorded}' AND ${inPeriod('first.happened_at', 'first.site_id')}
         GROUP BY e.case_id, first.site_id, first.data, first.happened_at),
       contact AS (
         SELECT ${groups[groupBy]} AS "group", c.*, ${isLate('missed_due', 'ended_at')} AS is_late
         FROM counted c WHERE ${shield.sql} AND ${access.sql}),
       hand_over AS (
         SELECT c."group", o.happened_at AS offered_at, a.happened_at AS accepted_at
         FROM contact c
         JOIN case_entry o ON o.case_id = c.case_id AND o.type = '${offered}'
         JOIN case_entry a ON a.case_id = c.case_id AND a.type = '${accepted}' AND a.data -> 'handOver' = o.data -> 'handOver'
         WHERE o.data ->> 'toDesk' IS DISTINCT FROM 'true')
       SELECT counts.*, waits."secondsToAcceptP50", waits."secondsToAcceptP90"
       FROM (
         SELECT "group", count(*)::int AS recorded, count(*) FILTER (WHERE outcome IS NULL)::int AS open,
                ${became('answered')} AS answered, ${became('guided-elsewhere')} AS "guidedElsewhere",
                count(*) FILTER (WHERE outcome IN (${listed(['repair-request', 'complaint', 'suggestion', 'visitor'])}))::int AS converted,
                ${became('repair-request')} AS "toRepairRequest", ${became('complaint')} AS "toComplaint",
                ${became('suggestion')} AS "toSuggestion", ${became('visitor')} AS "toVisitor",
                count(*) FILTER (WHERE outcome = 'answered' AND accepted = 0)::int AS "answeredByFirstOwner",
                ${rounded(`avg((accepted = 0)::int) FILTER (WHERE outcome = 'answered')`)} AS "firstContactResolution",
                count(*) FILTER (WHERE ended_at IS NOT NULL AND NOT is_late)::int AS "withinTarget",
                count(*) FILTER (WHERE is_late)::int AS late,
                sum(offered)::int AS "handOversOffered", sum(accepted)::int AS "handOversAccepted", sum(returned)::int AS "handOversReturned"
         FROM contact GROUP BY 1) counts
       LEFT JOIN (SELECT "group", ${quantiles('secondsToAccept', 'offered_at', 'accepted_at')} FROM hand_over GROUP BY 1) waits
         ON waits."group" IS NOT DISTINCT FROM counts."group"
       ORDER BY 1`,
      [...params, ...shield.params, ...access.params],
    );
  }
}
