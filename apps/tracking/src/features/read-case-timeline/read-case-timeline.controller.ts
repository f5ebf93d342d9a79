import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { caseDataOf, caseSummaryOf } from '../../domain/case-summaries';
import type { ComplaintEntry } from '../../persistence/complaint-timelines';
import { TimelineView } from '../read-timeline/timeline.view';
import { ReadCaseTimelineHandler } from './read-case-timeline.handler';

@Controller('api')
export class ReadCaseTimelineController {
  constructor(private readonly handler: ReadCaseTimelineHandler) {}

  @Get('complaints/:id/timeline')
  @Operation('tracking.readComplaintTimeline', {
    summary: { zh: '投诉进度', en: 'Timeline of a complaint' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  complaint(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return this.read(id, principal, language);
  }

  @Get('suggestions/:id/timeline')
  @Operation('tracking.readSuggestionTimeline', {
    summary: { zh: '建议进度', en: 'Timeline of a suggestion' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  suggestion(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return this.read(id, principal, language);
  }

  @Get('cause-measures/:id/timeline')
  @Operation('tracking.readCauseMeasureTimeline', {
    summary: { zh: '改进措施进度', en: 'Timeline of a measure' },
    description: { zh: '含到期升级提醒及其答复。', en: 'With the levels it was escalated to, and what they answered.' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  measure(@PathId() id: string, @Acting() principal: Principal, @Headers('accept-language') language: string | undefined): Promise<TimelineView> {
    return this.read(id, principal, language);
  }

  private async read(id: string, principal: Principal, language: string | undefined): Promise<TimelineView> {
    return viewOf(await this.handler.execute(principal, id), languageOf(language));
  }
}

function viewOf(entries: ComplaintEntry[], language: ReturnType<typeof languageOf>): TimelineView {
  return {
    items: entries.map((entry) => ({
      happenedAt: entry.happenedAt.toISOString(),
      recordedAt: entry.recordedAt.toISOString(),
      type: entry.type,
      actor: { personId: entry.actorId, role: entry.actorRole, forPersonId: entry.actorFor },
      summary: caseSummaryOf(entry.type, entry.data, language),
      data: caseDataOf(entry.data),
    })),
  };
}
