import { Injectable } from '@nestjs/common';
import { askedPrincipal, InternalClient } from '@property-office/backbone';
import { documentVisiblePath, type CaseVisibility, type DocumentVisibilityAsked, type Principal } from '@property-office/contracts';
import { untilKnown } from '@property-office/service-kit';
import { trackingErrors } from '../../domain/errors';
import { CaseTimelines, type Case } from '../../persistence/case-timelines';
import type { TimelineEntry } from '../../persistence/timelines';

/** Who sees a document sees its timeline: documents is asked each time, since it alone knows who may know of a confidential one. */
@Injectable()
export class ReadDocumentTimelineHandler {
  constructor(
    private readonly timelines: CaseTimelines,
    private readonly client: InternalClient,
  ) {}

  /** @throws timelineUnknown (404), unavailable (503) */
  async execute(principal: Principal, document: Case): Promise<TimelineEntry[]> {
    // A process of the version before wants them said, also where there are none.
    const asked: DocumentVisibilityAsked = { documentId: document.id, principal: { deputyships: [], ...askedPrincipal(principal) } };
    const { visible } = await this.client.post<CaseVisibility>('documents', documentVisiblePath, asked);
    if (!visible) throw trackingErrors.timelineUnknown();
    const entries = await untilKnown(document.id, async () => {
      const found = await this.timelines.all(document);
      return found.length > 0 ? found : undefined;
    });
    if (!entries) throw trackingErrors.timelineUnknown();
    return entries;
  }
}
