import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordEventsDto } from '@property-office/backbone';
import { recordEventPaths, recordEventTypes, type ClosedRepair, type RecordEvents } from '@property-office/contracts';
import { recordedEvents } from '@property-office/outbox';
import { Database } from '@property-office/persistence';

/** The class as it was last said before it was closed, and whether it had been reopened: what came later does not count. */
const asClosed = `
  SELECT c.event_id AS id, (
    SELECT coalesce(l.data ->> 'repairClass', l.data -> 'to' ->> 'repairClass') FROM ledger l
    WHERE l.aggregate_id = c.aggregate_id AND l.aggregate_version < c.aggregate_version AND coalesce(l.data ->> 'repairClass', l.data -> 'to' ->> 'repairClass') IS NOT NULL
      AND l.type IN ('tickets.repair-requested.v1', 'tickets.repair-corrected.v1', 'tickets.act-taken-back.v1', 'tickets.repair-reopened.v1')
    ORDER BY l.aggregate_version DESC LIMIT 1) AS "repairClass",
    EXISTS (SELECT 1 FROM ledger l WHERE l.aggregate_id = c.aggregate_id AND l.aggregate_version < c.aggregate_version AND l.type = 'tickets.repair-reopened.v1') AS disputed
  FROM ledger c WHERE c.event_id = ANY ($1)`;

/** Which repairs were closed in a month, with what decides whether they propose a record: archives compare that with what they were told (W4.5). */
@Controller()
export class ReadRecordEventsController {
  constructor(private readonly database: Database) {}

  @Post(recordEventPaths.tickets)
  @HttpCode(200)
  @Internal('archives')
  async read(@Body() { siteId, from, to, after }: RecordEventsDto): Promise<RecordEvents> {
    const { events, next } = await recordedEvents(this.database, { types: [recordEventTypes['repair-request']], siteId, from, to, ...(after && { after }) });
    const rows = await this.database.query<ClosedRepair & { id: string } & Record<string, unknown>>(asClosed, [events.map(({ id }) => id)]);
    return { events, next, repairs: Object.fromEntries(rows.map(({ id, repairClass, disputed }) => [id, { repairClass, disputed }])) };
  }
}
