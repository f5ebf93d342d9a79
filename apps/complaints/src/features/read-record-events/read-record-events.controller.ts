import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordEventsDto } from '@property-office/backbone';
import { recordEventPaths, recordEventTypes, type RecordEvents } from '@property-office/contracts';
import { recordedEvents } from '@property-office/outbox';
import { Database } from '@property-office/persistence';

/** Which complaints were closed in a month, hidden or not: what archives compare with what they were told (W4.5). */
@Controller()
export class ReadRecordEventsController {
  constructor(private readonly database: Database) {}

  @Post(recordEventPaths.complaints)
  @HttpCode(200)
  @Internal('archives')
  read(@Body() { siteId, from, to, after }: RecordEventsDto): Promise<RecordEvents> {
    return recordedEvents(this.database, { types: [recordEventTypes.complaint], siteId, from, to, ...(after && { after }) });
  }
}
