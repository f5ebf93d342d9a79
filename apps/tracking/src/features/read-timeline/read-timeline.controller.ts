import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { ReadTimelineHandler } from './read-timeline.handler';
import { timelineOf, TimelineView } from './timeline.view';

@Controller('api/repair-requests')
export class ReadTimelineController {
  constructor(private readonly handler: ReadTimelineHandler) {}

  @Get(':id/timeline')
  @Operation('tracking.readTimeline', {
    summary: { zh: '报修进度', en: 'Timeline of a repair request' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(
    @PathId() id: string,
    @Acting() principal: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<TimelineView> {
    return timelineOf(await this.handler.execute(principal, id), languageOf(language));
  }
}
