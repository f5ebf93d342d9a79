import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { RecordEventsDto } from '@property-office/backbone';
import { recordEventPaths, recordEventTypes, type RecordEvents } from '@property-office/contracts';
import { recordedEvents } from '@property-office/outbox';
import { Database } from '@property-office/persistence';

/** Which documents were filed in a month: what archives compare with what they were told (W4.5). */
@Controller()
export class ReadRecordEventsController {
  constructor(private readonly database: Database) {}

  @Post(recordEventPaths.documents)
  @HttpCode(200)
  @Internal('archives')
  read(@Body() { siteId, from, to, after }: RecordEventsDto): Promise<RecordEvents> {
    return recordedEvents(this.database, { types: [recordEventTypes['incoming-document'], recordEventTypes['outgoing-document']], siteId, from, to, ...(after && { after }) });
  }
}
