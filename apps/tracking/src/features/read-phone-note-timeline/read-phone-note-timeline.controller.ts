import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { CaseTimelines } from '../../persistence/case-timelines';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';
import { seenTimeline } from '../seen-timeline';

const operation = 'tracking.readPhoneNoteTimeline';

@Controller('api/phone-notes')
export class ReadPhoneNoteTimelineController {
  constructor(private readonly timelines: CaseTimelines) {}

  @Get(':id/timeline')
  @Operation(operation, {
    summary: { zh: '电话转告单进度', en: 'Timeline of a phone note' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return timelineOf(await seenTimeline(id, this.timelines.lookFor(principal, operation, { type: 'phone-note', id })), languageOf(language));
  }
}
