import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { missingHolidays, RuleBook, ruleOf, type RuleRow } from '@property-office/deadlines';
import { Database } from '@property-office/persistence';
import { Metrics } from '@property-office/service-kit';

/** Says that the holidays of a year are not entered: in the log when the office starts, and as a metric (G4). */
@Injectable()
export class HolidayWatch implements OnApplicationBootstrap {
  private readonly log = new Logger('Holidays');

  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const when of ['inUse', 'soon'] as const)
      this.metrics.gauge('holiday_years_missing', { when }, async () => (await this.missing())[when].length);
    const { inUse, soon } = await this.missing();
    const years = [...inUse, ...soon];
    if (years.length > 0) this.log.warn(`the public holidays of ${years.join(', ')} are not entered: company or operator, POST /api/holidays`);
  }

  async missing(): Promise<ReturnType<typeof missingHolidays>> {
    const rows = await this.database.query<RuleRow & { now: Date }>(
      `SELECT id, kind, site_id, content, source, effective_from, recorded_at, platform.now() AS now FROM office_rule WHERE kind = 'holidays'`,
    );
    const [row] = rows;
    return row ? missingHolidays(new RuleBook(rows.map(ruleOf), new Map()), row.now) : { inUse: [], soon: [] };
  }
}
