import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { principalAsked } from '@property-office/backbone';
import { openComplaintsPath, type OpenComplaints } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { OpenComplaintsDto } from './list-open-complaints.dto';
import { ListOpenComplaintsHandler } from './list-open-complaints.handler';

/** What somebody who rings complains about, for reception to say it. */
@Controller()
export class ListOpenComplaintsController {
  constructor(
    private readonly database: Database,
    private readonly handler: ListOpenComplaintsHandler,
  ) {}

  @Post(openComplaintsPath)
  @HttpCode(200)
  @Internal('reception')
  list(@Body() { siteId, complainantId, principal }: OpenComplaintsDto): Promise<OpenComplaints> {
    return this.database.transaction((tx) => this.handler.execute(tx, principalAsked(principal), siteId, complainantId));
  }
}
