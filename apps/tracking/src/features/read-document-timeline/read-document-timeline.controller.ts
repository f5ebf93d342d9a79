import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';
import { documentCase } from '../../persistence/case-timelines';
import { ReadDocumentTimelineHandler } from './read-document-timeline.handler';

@Controller('api/incoming-documents')
export class ReadDocumentTimelineController {
  constructor(private readonly handler: ReadDocumentTimelineHandler) {}

  @Get(':id/timeline')
  @Operation('tracking.readDocumentTimeline', {
    summary: { zh: '收文进度', en: 'Timeline of an incoming document' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return timelineOf(await this.handler.execute(principal, documentCase(id)), languageOf(language));
  }
}
