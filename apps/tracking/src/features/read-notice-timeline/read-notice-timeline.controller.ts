import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { NoticeTimelines } from '../../persistence/notice-timelines';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';
import { seenTimeline } from '../seen-timeline';

@Controller('api/notices')
export class ReadNoticeTimelineController {
  constructor(private readonly timelines: NoticeTimelines) {}

  @Get(':id/timeline')
  @Operation('tracking.readNoticeTimeline', {
    summary: { zh: '公告进度', en: 'Timeline of a notice' },
    description: { zh: '一版公告及其张贴任务的经过。', en: 'What happened to one edition, and to the posting tasks it brought.' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return timelineOf(await seenTimeline(id, this.timelines.lookFor(principal, id)), languageOf(language));
  }
}
