import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { openRepairsPath, type OpenRepairs, type OpenRepairsOf } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Id, Ids } from '@property-office/service-kit';
import { stateNames, type RepairState } from '../../domain/repair-states';

export class OpenRepairsDto implements OpenRepairsOf {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Ids({ label: { zh: '报修人', en: 'reporters' }, max: 100 })
  reporterIds!: string[];
}

interface Row extends Record<string, unknown> {
  id: string;
  number: string;
  state: RepairState;
  name_zh: string;
  name_en: string;
  recorded_at: Date;
}

/** What somebody who rings has open, for reception to say it. */
@Controller()
export class ListOpenRepairsController {
  constructor(private readonly database: Database) {}

  @Post(openRepairsPath)
  @HttpCode(200)
  @Internal('reception')
  async list(@Body() { siteId, reporterIds }: OpenRepairsDto): Promise<OpenRepairs> {
    const rows = await this.database.query<Row>(
      `SELECT r.id, r.number, r.state, c.name_zh, c.name_en, r.recorded_at
       FROM repair_request r JOIN repair_category c ON c.code = r.category
       WHERE r.reporter_id = ANY ($2) AND r.site_id = $1 AND r.state NOT IN ('closed', 'cancelled', 'declined', 'merged', 'referred')
       ORDER BY r.recorded_at DESC, r.id DESC LIMIT 5`,
      [siteId, reporterIds],
    );
    const items = rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: stateNames[row.state],
      category: { zh: row.name_zh, en: row.name_en },
      reportedAt: row.recorded_at.toISOString(),
    }));
    return { items };
  }
}
