import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId, untilKnown } from '@property-office/service-kit';
import { trackingErrors } from '../../domain/errors';
import { CaseTimelines } from '../../persistence/case-timelines';
import type { TimelineEntry } from '../../persistence/timelines';
import { timelineOf, TimelineView } from '../read-timeline/timeline.view';

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
    const entries = await untilKnown(id, () => this.look(principal, id));
    if (!entries || entries.length === 0) throw trackingErrors.timelineUnknown();
    return timelineOf(entries.map(withoutWords), languageOf(language));
  }

  /** @returns undefined where it may still be on its way */
  private async look(principal: Principal, id: string): Promise<TimelineEntry[] | undefined> {
    const contact = { type: 'contact', id };
    const found = await this.timelines.read(principal, operation, contact);
    if (found.length > 0 || !(await this.timelines.exists(contact))) return found.length > 0 ? found : undefined;
    // There, but not theirs: no reason to wait. Unless it was made between the two looks.
    return this.timelines.read(principal, operation, contact);
  }
}

/** People's words, and whom they complain about, are read where they are kept, by whoever may. */
const notShown = new Set(['description', 'complaint']);

function withoutWords(entry: TimelineEntry): TimelineEntry {
  return { ...entry, data: Object.fromEntries(Object.entries(entry.data).filter(([name]) => !notShown.has(name))) };
}
