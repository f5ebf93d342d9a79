import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordEventsDto } from '@property-office/backbone';
import { recordEventPaths, recordEventTypes, type RecordEvents } from '@property-office/contracts';
import { recordedEvents } from '@property-office/outbox';
import { Database } from '@property-office/persistence';

/** Which notices were released in a month: what archives compare with what they were told (W4.5). What expires was proposed when it was released. */
@Controller()
export class ReadRecordEventsController {
  constructor(private readonly database: Database) {}

  @Post(recordEventPaths.notifications)
  @HttpCode(200)
  @Internal('archives')
  read(@Body() { siteId, from, to, after }: RecordEventsDto): Promise<RecordEvents> {
    return recordedEvents(this.database, { types: [recordEventTypes.notice], siteId, from, to, ...(after && { after }) });
  }
}
