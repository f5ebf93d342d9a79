import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { documentCase } from '../../persistence/case-timelines';
import { ReadDocumentTimelineHandler } from '../read-document-timeline/read-document-timeline.handler';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';

@Controller('api/outgoing-documents')
export class ReadOutgoingTimelineController {
  constructor(private readonly handler: ReadDocumentTimelineHandler) {}

  @Get(':id/timeline')
  @Operation('tracking.readOutgoingTimeline', {
    summary: { zh: '发文进度', en: 'Timeline of an outgoing document' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return timelineOf(await this.handler.execute(principal, documentCase(id, 'outgoing-document')), languageOf(language));
  }
}
