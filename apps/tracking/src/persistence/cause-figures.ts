import { Injectable } from '@nestjs/common';
import { accessCondition, shieldCondition, sitesAnsweredFor } from '@property-office/access';
import { causeSources, largestCauses, type CauseRanked, type CauseSource, type Principal } from '@property-office/contracts';
import { encodeCursor, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereEquals, whereSaid, type ListCondition } from '@property-office/persistence';
import { isMergedComplaint } from './complaint-figures';
import { zoneOf } from './figure-sql';
import { asCorrected, cancelledAt, isDouble, resolvedAt } from './repair-figures';

export interface CountedCase {
  id: string;
  number: string;
}

export interface Cause {
  /** A kind of complaint, a category of repairs, or the standard answer that enquiries were given, or are of the matter of. */
  cause: string;
  count: number;
  /** The newest of those that are counted; `nextCursor` leads to the others (`cases`). */
  cases: CountedCase[];
  nextCursor: string | null;
}

export type Causes = Record<CauseSource, Cause[]>;

/** What is counted: of one site, what began in a month of its calendar. */
export interface CountedMonth {
  siteId: string;
  month: string;
}

interface CaseRow extends Record<string, unknown> {
  id: string;
  number: string;
  at: string;
}

const firstPage = 100;

const midnight = `($2 || '-01')::timestamp`;
const zone = zoneOf('$1::uuid');
/** `$1` is the site, `$2` the month. */
const inMonth = `first.happened_at >= ${midnight} AT TIME ZONE ${zone} AND first.happened_at < (${midnight} + interval '1 month') AT TIME ZONE ${zone}`;

/** One that was merged is counted with the one that goes on for it. */
const complaint = (shield: string): string => `
  SELECT k.case_id AS id, first.data ->> 'number' AS number, NULL AS words, first.data ->> 'kind' AS cause, first.happened_at AS at
  FROM case_site k JOIN case_timeline_entry first ON first.case_id = k.case_id AND first.type = 'complaints.complaint-recorded.v1'
  WHERE k.site_id = $1 AND ${inMonth} AND ${shield}
    AND NOT ${isMergedComplaint('k.case_id')}`;
/** What is wrong, as it was reported or as it was last corrected (G3). */
const described = `coalesce((array_agg(e.data ->> 'descriptionTo' ORDER BY e.aggregate_version DESC) FILTER (WHERE e.data ? 'descriptionTo'))[1], first.data ->> 'description')`;
/** A double is counted with the request that goes on for it; what was cancelled before anything was done, not at all. */
const repair = `
  SELECT t.repair_request_id AS id, t.number, ${described} AS words, ${asCorrected('category')} AS cause, first.happened_at AS at
  FROM timeline t JOIN timeline_entry first ON first.repair_request_id = t.repair_request_id AND first.type = 'tickets.repair-requested.v1'
  JOIN timeline_entry e ON e.repair_request_id = t.repair_request_id
  WHERE t.site_id = $1 AND ${inMonth} GROUP BY t.repair_request_id, t.number, first.data, first.happened_at
  HAVING ${isDouble} IS NOT TRUE AND (${cancelledAt} IS NULL OR ${resolvedAt} IS NOT NULL)`;

/** Of an enquiry the standard answer that was given, or that of the same matter where the desk answered in words of its own and named it. */
const asked = `coalesce(e.data -> 'standardAnswer' ->> 'id', e.data ->> 'causeId')`;
const enquiry = `
  SELECT first.case_id AS id, first.data ->> 'number' AS number, NULL AS words, ${asked} AS cause, first.happened_at AS at
  FROM case_entry first JOIN case_entry e ON e.case_id = first.case_id AND e.type = 'reception.contact-answered.v1'
  WHERE first.type = 'reception.contact-recorded.v1' AND first.site_id = $1 AND ${inMonth} AND ${asked} IS NOT NULL`;

type Reader = Principal | Pick<Principal, 'personId' | 'crews'>;

/** The largest causes of what a site complained about, reported and asked in a month (R3.3): a projection over the timelines, as every figure. */
@Injectable()
export class ReadCauseFigures {
  constructor(private readonly database: Database) {}

  /** Without complaints that are hidden from the principal. @throws roleMayNot (403) for a site they do not answer for */
  async of(principal: Principal, counted: CountedMonth): Promise<Causes> {
    sitesAnsweredFor(principal, 'tracking.readCauses', counted.siteId);
    const each = await Promise.all(causeSources.map(async (source) => [source, await this.largest(countedOf(principal, source, counted))] as const));
    return Object.fromEntries(each) as Causes;
  }

  /** How large one of them is, for a service that asks in somebody's name. */
  async rank(reader: Reader, counted: CountedMonth, { source, cause }: { source: CauseSource; cause: string }): Promise<CauseRanked> {
    const { sql, params } = countedOf(reader, source, counted);
    const large = await this.largest({ sql, params });
    const [row] = await this.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM (${sql}) counted WHERE cause = $${params.length + 1}`, [...params, cause]);
    return { count: row!.n, isLarge: large.some((each) => each.cause === cause) };
  }

  /**
   * Those behind one of them, the newest first; what was typed is sought in their numbers and in what repairs are about. What was said in a complaint or
   * an enquiry is not known here. @throws roleMayNot (403) for a site they do not answer for
   */
  async cases(principal: Principal, counted: CountedMonth, { source, cause, q }: { source: CauseSource; cause: string; q?: string }, limit: number, after?: PagePosition): Promise<Page<CountedCase>> {
    sitesAnsweredFor(principal, 'tracking.listCauseCases', counted.siteId);
    const { sql, params } = countedOf(principal, source, counted);
    const typed = q === undefined ? undefined : whereSaid(`concat_ws(' ', number, words)`, q);
    if (q !== undefined && !typed) return { items: [], nextCursor: null };
    const conditions: ListCondition[] = [
      ...whereEquals('cause', cause),
      ...(typed ? [typed] : []),
      ...(after ? [{ sql: (p: string) => `(at, id) < ((${p}::text[])[1]::timestamptz, (${p}::text[])[2]::uuid)`, value: [after.at, after.id] }] : []),
    ];
    const rows = await this.database.query<CaseRow>(
      `SELECT id, number, at FROM (${sql}) counted WHERE ${conditions.map((each, i) => each.sql(`$${params.length + i + 1}`)).join(' AND ')}
       ORDER BY at DESC, id DESC LIMIT ${limit + 1}`,
      [...params, ...conditions.map(({ value }) => value)],
    );
    const { items, nextCursor } = toPage(rows, limit, positionOf);
    return { items: items.map(shown), nextCursor };
  }

  private async largest({ sql, params }: { sql: string; params: unknown[] }): Promise<Cause[]> {
    const rows = await this.database.query<{ cause: string; count: number; cases: CaseRow[] } & Record<string, unknown>>(
      `SELECT cause, count(*)::int AS count, json_agg(json_build_object('id', id, 'number', number, 'at', at) ORDER BY n) FILTER (WHERE n <= ${firstPage}) AS cases
       FROM (SELECT *, row_number() OVER (PARTITION BY cause ORDER BY at DESC, id DESC) AS n FROM (${sql}) counted) numbered
       GROUP BY cause ORDER BY count(*) DESC, cause LIMIT ${largestCauses}`,
      params,
    );
    return rows.map(({ cause, count, cases }) => ({
      cause,
      count,
      cases: cases.map(shown),
      nextCursor: count > cases.length ? encodeCursor(positionOf(cases.at(-1)!)) : null,
    }));
  }
}

function countedOf(reader: Reader, source: CauseSource, { siteId, month }: CountedMonth): { sql: string; params: unknown[] } {
  if (source !== 'complaints') return { sql: source === 'repairs' ? repair : enquiry, params: [siteId, month] };
  const shield = shieldCondition(reader, { objectColumn: 'k.case_id', firstParam: 3 });
  const target = { operation: 'tracking.readCauses', right: 'read', objectColumn: 'k.case_id', siteColumn: 'k.site_id' } as const;
  const access = 'roles' in reader ? accessCondition(reader, { ...target, firstParam: 3 + shield.params.length }) : { sql: 'TRUE', params: [] };
  return { sql: complaint(`${shield.sql} AND ${access.sql}`), params: [siteId, month, ...shield.params, ...access.params] };
}

const positionOf = ({ at, id }: CaseRow): PagePosition => ({ at: new Date(at).toISOString(), id });
const shown = ({ id, number }: CaseRow): CountedCase => ({ id, number });
