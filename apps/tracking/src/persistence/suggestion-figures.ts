import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { commonGroupings, commonGroups, inPeriod, periodParams, quantiles, zoneOf, type Period } from './figure-sql';

export const suggestionGroupings = commonGroupings;
export type SuggestionGrouping = (typeof suggestionGroupings)[number];

/** Figures of the suggestions recorded in a period, by group (W2.3). Durations are in seconds; null where there is nothing to measure. */
export interface SuggestionFigures {
  group: string | null;
  recorded: number;
  adopted: number;
  declined: number;
  undecided: number;
  /** Whoever made it was told what was decided. */
  answered: number;
  carriedOut: number;
  /** By the date its plan names. */
  carriedOutOnTime: number;
  /** Later, or not yet although that date is over. */
  carriedOutLate: number;
  secondsToAnswerP50: number | null;
  secondsToAnswerP90: number | null;
}

const at = (fact: string): string => `min(e.happened_at) FILTER (WHERE e.type = 'complaints.suggestion-${fact}.v1')`;

/** A projection over the timelines of suggestions: whatever rebuilds them rebuilds it. */
@Injectable()
export class ReadSuggestionFigures {
  constructor(private readonly database: Database) {}

  /** Of the sites the principal answers for. */
  async of(principal: Principal, period: Period, groupBy: SuggestionGrouping): Promise<SuggestionFigures[]> {
    return this.database.query<SuggestionFigures & Record<string, unknown>>(
      `WITH suggestion AS (
         SELECT k.site_id, ${zoneOf('k.site_id')} AS zone, first.happened_at AS recorded_at,
                ${at('adopted')} AS adopted_at, ${at('declined')} AS declined_at, ${at('answered')} AS answered_at, ${at('carried-out')} AS carried_out_at,
                max((e.data ->> 'dueAt')::timestamptz) FILTER (WHERE e.type = 'complaints.suggestion-adopted.v1') AS due_at
         FROM case_site k
         JOIN case_timeline_entry first ON first.case_id = k.case_id AND first.type = 'complaints.suggestion-recorded.v1'
         JOIN case_timeline_entry e ON e.case_id = k.case_id
         WHERE ${inPeriod('first.happened_at', 'k.site_id')}
         GROUP BY k.case_id, k.site_id, first.happened_at)
       SELECT ${commonGroups('recorded_at')[groupBy]} AS "group", count(*)::int AS recorded, count(adopted_at)::int AS adopted, count(declined_at)::int AS declined,
              count(*) FILTER (WHERE adopted_at IS NULL AND declined_at IS NULL)::int AS undecided,
              count(answered_at)::int AS answered, count(carried_out_at)::int AS "carriedOut",
              count(*) FILTER (WHERE carried_out_at <= due_at)::int AS "carriedOutOnTime",
              count(*) FILTER (WHERE coalesce(carried_out_at, platform.now()) > due_at)::int AS "carriedOutLate",
              ${quantiles('secondsToAnswer', 'recorded_at', 'answered_at')}
       FROM suggestion GROUP BY 1 ORDER BY 1`,
      periodParams(principal, 'tracking.readSuggestionStatistics', period),
    );
  }
}
