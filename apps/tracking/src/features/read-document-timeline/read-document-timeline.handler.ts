import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { documentVisiblePath, type CaseVisibility, type DocumentVisibilityAsked, type Principal, type RoleGrant } from '@property-office/contracts';
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
  async execute({ personId, roles, crews, homes, deputyships = [] }: Principal, document: Case): Promise<TimelineEntry[]> {
    const standsIn = deputyships.map(({ forPersonId, kind, roles: lent }) => ({ forPersonId, kind, roles: held(lent) }));
    const asked: DocumentVisibilityAsked = { documentId: document.id, principal: { personId, roles: held(roles), deputyships: standsIn, crews, homes } };
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

/** As it crosses: a role on every site names none. */
function held(grants: readonly RoleGrant[]): DocumentVisibilityAsked['principal']['roles'] {
  return grants.map(({ role, siteId }) => ({ role, ...(siteId !== null && { siteId }) }));
}
