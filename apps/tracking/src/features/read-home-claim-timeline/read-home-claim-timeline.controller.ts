import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { CaseTimelines } from '../../persistence/case-timelines';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';
import { seenTimeline } from '../seen-timeline';

const operation = 'tracking.readHomeClaimTimeline';

@Controller('api/home-claims')
export class ReadHomeClaimTimelineController {
  constructor(private readonly timelines: CaseTimelines) {}

  @Get(':id/timeline')
  @Operation(operation, {
    summary: { zh: '房屋认领进度', en: 'Timeline of a claim of a home' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return timelineOf(await seenTimeline(id, this.timelines.lookFor(principal, operation, { type: 'home-claim', id })), languageOf(language));
  }
}
