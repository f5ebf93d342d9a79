import { Injectable } from '@nestjs/common';
import { askedPrincipal, InternalClient } from '@property-office/backbone';
import { caseVisiblePath, type CaseVisibility, type CaseVisibilityAsked, type Principal } from '@property-office/contracts';
import { untilKnown } from '@property-office/service-kit';
import { trackingErrors } from '../../domain/errors';
import { ComplaintTimelines, type ComplaintEntry } from '../../persistence/complaint-timelines';

/** Who sees a case sees its timeline: complaints is asked each time, since nobody else may know who complains (W2.3). */
@Injectable()
export class ReadCaseTimelineHandler {
  constructor(
    private readonly timelines: ComplaintTimelines,
    private readonly client: InternalClient,
  ) {}

  /** @throws caseTimelineUnknown (404), unavailable (503) */
  async execute(principal: Principal, caseId: string): Promise<ComplaintEntry[]> {
    const asked: CaseVisibilityAsked = { caseId, principal: askedPrincipal(principal) };
    const { visible } = await this.client.post<CaseVisibility>('complaints', caseVisiblePath, asked);
    if (!visible) throw trackingErrors.caseTimelineUnknown();
    const entries = await untilKnown(caseId, async () => {
      const found = await this.timelines.read(caseId);
      return found.length > 0 ? found : undefined;
    });
    if (!entries) throw trackingErrors.caseTimelineUnknown();
    return entries;
  }
}
