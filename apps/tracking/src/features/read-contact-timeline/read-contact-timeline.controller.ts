import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { CaseTimelines } from '../../persistence/case-timelines';
import type { TimelineEntry } from '../../persistence/timelines';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';
import { seenTimeline } from '../seen-timeline';

const operation = 'tracking.readContactTimeline';

@Controller('api/contacts')
export class ReadContactTimelineController {
  constructor(private readonly timelines: CaseTimelines) {}

  @Get(':id/timeline')
  @Operation(operation, {
    summary: { zh: '来电来访进度', en: 'Timeline of a contact' },
    ok: 200,
    okBody: TimelineView,
    errors: ['unavailable'],
  })
  async read(
    @PathId() id: string,
    @Acting() principal: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<TimelineView> {
    const entries = await seenTimeline(id, this.timelines.lookFor(principal, operation, { type: 'contact', id }));
    return timelineOf(entries.map(withoutWords), languageOf(language));
  }
}

/** People's words, and whom they complain about, are read where they are kept, by whoever may. */
const notShown = new Set(['description', 'complaint']);

function withoutWords(entry: TimelineEntry): TimelineEntry {
  return { ...entry, data: Object.fromEntries(Object.entries(entry.data).filter(([name]) => !notShown.has(name))) };
}
