import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { ReadContactTimelineController } from './features/read-contact-timeline/read-contact-timeline.controller';
import { ReadLatestEntriesController } from './features/read-latest-entries/read-latest-entries.controller';
import { ReadCaseTimelineController } from './features/read-case-timeline/read-case-timeline.controller';
import { ReadCaseTimelineHandler } from './features/read-case-timeline/read-case-timeline.handler';
import { ReadTimelineController } from './features/read-timeline/read-timeline.controller';
import { ReadTimelineHandler } from './features/read-timeline/read-timeline.handler';
import { ReadRepairStatisticsController } from './features/read-repair-statistics/read-repair-statistics.controller';
import { FeedNumbering } from './features/stream/feed-numbering';
import { OpenFeeds } from './features/stream/open-feeds';
import { StreamController } from './features/stream/stream.controller';
import { CaseTimelines } from './persistence/case-timelines';
import { ComplaintTimelines } from './persistence/complaint-timelines';
import { ReadRepairFigures } from './persistence/repair-figures';
import { LiveFeed } from './persistence/live-feed';
import { trackingSchema } from './persistence/schema';
import { Timelines } from './persistence/timelines';
import { CopySiteZonesReaction } from './reactions/copy-site-zones.reaction';
import { FollowAnswersReaction } from './reactions/follow-answers.reaction';
import { FollowContactReaction } from './reactions/follow-contact.reaction';
import { FollowCasesReaction } from './reactions/follow-cases.reaction';
import { FollowFollowUpReaction } from './reactions/follow-follow-up.reaction';
import { FollowRepairReaction } from './reactions/follow-repair.reaction';
import { FollowWorkReaction } from './reactions/follow-work.reaction';
import { HideCasesReaction } from './reactions/hide-cases.reaction';
import { ShowToCrewReaction } from './reactions/show-to-crew.reaction';

/** Timelines of repair requests and other cases: what happened, when, by whom. */
@Module({
  controllers: [
    ReadTimelineController,
    ReadCaseTimelineController,
    ReadContactTimelineController,
    ReadLatestEntriesController,
    StreamController,
    ReadRepairStatisticsController,
    FollowRepairReaction,
    FollowWorkReaction,
    FollowFollowUpReaction,
    FollowAnswersReaction,
    FollowContactReaction,
    HideCasesReaction,
    ShowToCrewReaction,
    CopySiteZonesReaction,
    FollowCasesReaction,
  ],
  providers: [ReadTimelineHandler, ReadCaseTimelineHandler, Timelines, CaseTimelines, ComplaintTimelines, ReadRepairFigures, LiveFeed, OpenFeeds, FeedNumbering],
})
export class TrackingModule {}

export const tracking: ServiceDefinition = {
  name: 'tracking',
  schema: trackingSchema,
  module: TrackingModule,
};
