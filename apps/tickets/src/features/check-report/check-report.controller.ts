import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { checkRepairPath, type Checked } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { checked } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { checkTimes } from '../../domain/report-times';
import { CheckReportDto } from './check-report.dto';
import { CheckReportHandler } from './check-report.handler';

/** Whether a repair that will be announced by event would be accepted, in the words it would be refused with. */
@Controller()
export class CheckReportController {
  constructor(
    private readonly database: Database,
    private readonly handler: CheckReportHandler,
  ) {}

  @Post(checkRepairPath)
  @HttpCode(200)
  @Internal('reception')
  check(@Body() input: CheckReportDto): Promise<Checked> {
    return checked(() => this.examine(input));
  }

  private async examine({ siteId, category, location, preferredFrom: from, preferredTo: to }: CheckReportDto): Promise<void> {
    const { place } = await this.handler.execute(category, location);
    if (place.siteId !== siteId) throw ticketErrors.locationUnknown();
    const now = await this.database.transaction(async (tx) => tx.now);
    checkTimes(from && to ? { preferredWindow: { from, to } } : {}, now);
  }
}
