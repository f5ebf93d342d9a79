import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { untilKnown } from '@property-office/service-kit';
import { trackingErrors } from '../../domain/errors';
import { Timelines, type TimelineEntry } from '../../persistence/timelines';

/** A timeline is a projection: one of a request accepted a moment ago may not be there yet, and is waited for. */
@Injectable()
export class ReadTimelineHandler {
  constructor(private readonly timelines: Timelines) {}

  /** @throws timelineUnknown (404), unavailable (503) */
  async execute(principal: Principal, repairRequestId: string): Promise<TimelineEntry[]> {
    const entries = await untilKnown(repairRequestId, async () => {
      const found = await this.timelines.read(principal, repairRequestId);
      if (found) return found;
      if (!(await this.timelines.exists(repairRequestId))) return undefined;
      // There, but not theirs: no reason to wait. Unless it was made between the two looks.
      return (await this.timelines.read(principal, repairRequestId)) ?? [];
    });
    if (!entries || entries.length === 0) throw trackingErrors.timelineUnknown();
    return entries;
  }
}
