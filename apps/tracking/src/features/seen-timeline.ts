import { untilKnown } from '@property-office/service-kit';
import { trackingErrors } from '../domain/errors';
import type { TimelineLook } from '../persistence/case-timelines';
import type { TimelineEntry } from '../persistence/timelines';

/**
 * The entries of a timeline, in order. One that may still be on its way is waited for.
 * @throws timelineUnknown (404), unavailable (503)
 */
export async function seenTimeline(id: string, { read, exists }: TimelineLook): Promise<TimelineEntry[]> {
  const entries = await untilKnown(id, async () => {
    const found = await read();
    if (found.length > 0) return found;
    // There, but not theirs: no reason to wait. Unless it was made between the two looks.
    return (await exists()) ? read() : undefined;
  });
  if (!entries || entries.length === 0) throw trackingErrors.timelineUnknown();
  return entries;
}
