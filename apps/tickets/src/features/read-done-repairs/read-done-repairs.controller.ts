import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordEventsDto } from '@property-office/backbone';
import { doneRepairsPath, type DoneRepair, type DoneRepairs } from '@property-office/contracts';
import { enteredWithin } from '@property-office/outbox';
import { Database } from '@property-office/persistence';

const page = 200;
const first = '00000000-0000-0000-0000-000000000000';

type Row = Omit<DoneRepair, 'reportedAt' | 'doneAt' | 'closedAt'> & { reportedAt: Date; doneAt: Date; closedAt: Date | null } & Record<string, unknown>;

/** Each episode whose work was done within the time. What came of it is what was said of the same episode before the next began. */
const done = `
  SELECT d.event_id AS "eventId", r.number, (d.data ->> 'episode')::int AS episode, coalesce(p.label, '') AS place, coalesce(c.name_zh, r.category) AS category,
    r.happened_at AS "reportedAt", d.happened_at AS "doneAt", e.happened_at AS "closedAt", coalesce(e.result, 'done') AS result
  FROM ledger d JOIN repair_request r ON r.id = d.aggregate_id LEFT JOIN named_place p ON p.id = r.location_id LEFT JOIN repair_category c ON c.code = r.category
  LEFT JOIN LATERAL (
    SELECT CASE WHEN l.type = 'tickets.repair-closed.v1' THEN l.data ->> 'result' ELSE 'reopened' END AS result, CASE WHEN l.type = 'tickets.repair-closed.v1' THEN l.happened_at END AS happened_at
    FROM ledger l WHERE l.aggregate_id = d.aggregate_id AND l.aggregate_version > d.aggregate_version AND l.type IN ('tickets.repair-closed.v1', 'tickets.repair-reopened.v1')
    ORDER BY l.aggregate_version LIMIT 1) e ON true
  WHERE d.recorded_at >= $1 AND d.recorded_at < $2::timestamptz + interval '${enteredWithin}' AND d.happened_at >= $1 AND d.happened_at < $2 AND d.site_id = $3 AND d.type = 'tickets.repair-resolved.v1' AND d.event_id > $4
  ORDER BY d.event_id LIMIT ${page}`;

/** What the monthly register of repairs says of each: where, what kind, what came of it and when; neither who reported it nor in what words (W4.5). */
@Controller()
export class ReadDoneRepairsController {
  constructor(private readonly database: Database) {}

  @Post(doneRepairsPath)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { siteId, from, to, after = first }: RecordEventsDto): Promise<DoneRepairs> {
    const rows = await this.database.query<Row>(done, [from, to, siteId, after]);
    const repairs = rows.map(({ reportedAt, doneAt, closedAt, ...said }) => ({
      ...said,
      reportedAt: reportedAt.toISOString(),
      doneAt: doneAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    }));
    return { repairs, next: rows.length < page ? null : rows.at(-1)!.eventId };
  }
}
