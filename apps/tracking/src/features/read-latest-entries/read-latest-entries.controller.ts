import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { latestEntriesPath, type LatestEntries, type LatestEntriesOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Ids } from '@property-office/service-kit';
import { summaryOf, type TimelineEventType } from '../../domain/summaries';

export class LatestEntriesDto implements LatestEntriesOf {
  @Ids({ label: { zh: '报修', en: 'repair requests' }, max: 20 })
  repairRequestIds!: string[];
}

interface Row extends Record<string, unknown> {
  repair_request_id: string;
  type: TimelineEventType;
  happened_at: Date;
  data: Record<string, unknown>;
}

/** The last thing that happened to each request, for reception to say it. */
@Controller()
export class ReadLatestEntriesController {
  constructor(private readonly database: Database) {}

  @Post(latestEntriesPath)
  @HttpCode(200)
  @Internal('reception')
  async read(@Body() { repairRequestIds }: LatestEntriesDto): Promise<LatestEntries> {
    const rows = await this.database.query<Row>(
      `SELECT DISTINCT ON (repair_request_id) repair_request_id, type, happened_at, data FROM timeline_entry
       WHERE repair_request_id = ANY ($1) ORDER BY repair_request_id, happened_at DESC, recorded_at DESC, aggregate_version DESC, event_id DESC`,
      [repairRequestIds],
    );
    const items = rows.map(({ repair_request_id: repairRequestId, type, happened_at: happenedAt, data }) => ({
      repairRequestId,
      happenedAt: happenedAt.toISOString(),
      summary: { zh: summaryOf(type, data, 'zh'), en: summaryOf(type, data, 'en') },
    }));
    return { items };
  }
}
