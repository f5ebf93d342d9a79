import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { ReadContactTimelineController } from './features/read-contact-timeline/read-contact-timeline.controller';
import { ReadNoticeTimelineController } from './features/read-notice-timeline/read-notice-timeline.controller';
import { ReadHomeClaimTimelineController } from './features/read-home-claim-timeline/read-home-claim-timeline.controller';
import { ReadPhoneNoteTimelineController } from './features/read-phone-note-timeline/read-phone-note-timeline.controller';
import { ReadDocumentTimelineController } from './features/read-document-timeline/read-document-timeline.controller';
import { ReadDocumentTimelineHandler } from './features/read-document-timeline/read-document-timeline.handler';
import { ReadOutgoingTimelineController } from './features/read-outgoing-timeline/read-outgoing-timeline.controller';
import { ReadLatestEntriesController } from './features/read-latest-entries/read-latest-entries.controller';
import { ReadCaseTimelineController } from './features/read-case-timeline/read-case-timeline.controller';
import { ReadCaseTimelineHandler } from './features/read-case-timeline/read-case-timeline.handler';
import { ReadTimelineController } from './features/read-timeline/read-timeline.controller';
import { ReadTimelineHandler } from './features/read-timeline/read-timeline.handler';
import { ReadRepairStatisticsController } from './features/read-repair-statistics/read-repair-statistics.controller';
import { ReadComplaintStatisticsController } from './features/read-complaint-statistics/read-complaint-statistics.controller';
import { ReadContactStatisticsController } from './features/read-contact-statistics/read-contact-statistics.controller';
import { ReadNoticeStatisticsController } from './features/read-notice-statistics/read-notice-statistics.controller';
import { ReadSuggestionStatisticsController } from './features/read-suggestion-statistics/read-suggestion-statistics.controller';
import { ListCauseCasesController } from './features/list-cause-cases/list-cause-cases.controller';
import { RankCauseController } from './features/rank-cause/rank-cause.controller';
import { ReadCausesController } from './features/read-causes/read-causes.controller';
import { FeedNumbering } from './features/stream/feed-numbering';
import { OpenFeeds } from './features/stream/open-feeds';
import { StreamController } from './features/stream/stream.controller';
import { CaseTimelines } from './persistence/case-timelines';
import { NoticeTimelines } from './persistence/notice-timelines';
import { ComplaintTimelines } from './persistence/complaint-timelines';
import { ReadRepairFigures } from './persistence/repair-figures';
import { ReadCauseFigures } from './persistence/cause-figures';
import { ReadComplaintFigures } from './persistence/complaint-figures';
import { ReadContactFigures } from './persistence/contact-figures';
import { ReadNoticeFigures } from './persistence/notice-figures';
import { ReadSuggestionFigures } from './persistence/suggestion-figures';
import { LiveFeed } from './persistence/live-feed';
import { trackingSchema } from './persistence/schema';
import { Timelines } from './persistence/timelines';
import { CopyHouseholdsReaction } from './reactions/copy-households.reaction';
import { CopySiteZonesReaction } from './reactions/copy-site-zones.reaction';
import { CountCasesReaction } from './reactions/count-cases.reaction';
import { FollowAnswersReaction } from './reactions/follow-answers.reaction';
import { FollowContactReaction } from './reactions/follow-contact.reaction';
import { FollowDocumentsReaction } from './reactions/follow-documents.reaction';
import { FollowCasesReaction } from './reactions/follow-cases.reaction';
import { FollowFollowUpReaction } from './reactions/follow-follow-up.reaction';
import { FollowNoticesReaction } from './reactions/follow-notices.reaction';
import { FollowNoticeTimelinesReaction } from './reactions/follow-notice-timelines.reaction';
import { FollowHomeClaimsReaction } from './reactions/follow-home-claims.reaction';
import { FollowPhoneNotesReaction } from './reactions/follow-phone-notes.reaction';
import { FollowRepairReaction } from './reactions/follow-repair.reaction';
import { FollowWorkReaction } from './reactions/follow-work.reaction';
import { ShowToCrewReaction } from './reactions/show-to-crew.reaction';

/** Timelines of repair requests and other cases: what happened, when, by whom. */
@Module({
  controllers: [
    ReadTimelineController,
    ReadCaseTimelineController,
    ReadContactTimelineController,
    ReadPhoneNoteTimelineController,
    ReadHomeClaimTimelineController,
    ReadNoticeTimelineController,
    ReadDocumentTimelineController,
    ReadOutgoingTimelineController,
    ReadLatestEntriesController,
    StreamController,
    ReadRepairStatisticsController,
    ReadContactStatisticsController,
    ReadComplaintStatisticsController,
    ReadSuggestionStatisticsController,
    ReadCausesController,
    ListCauseCasesController,
    RankCauseController,
    ReadNoticeStatisticsController,
    FollowRepairReaction,
    FollowWorkReaction,
    FollowFollowUpReaction,
    FollowAnswersReaction,
    FollowContactReaction,
    FollowPhoneNotesReaction,
    FollowHomeClaimsReaction,
    FollowDocumentsReaction,
    ShowToCrewReaction,
    CopySiteZonesReaction,
    FollowCasesReaction,
    CountCasesReaction,
    CopyHouseholdsReaction,
    FollowNoticesReaction,
    FollowNoticeTimelinesReaction,
  ],
  providers: [
    ReadTimelineHandler,
    ReadCaseTimelineHandler,
    Timelines,
    CaseTimelines,
    NoticeTimelines,
    ComplaintTimelines,
    ReadRepairFigures,
    ReadContactFigures,
    ReadDocumentTimelineHandler,
    ReadComplaintFigures,
    ReadSuggestionFigures,
    ReadCauseFigures,
    ReadNoticeFigures,
    LiveFeed,
    OpenFeeds,
    FeedNumbering,
  ],
})
export class TrackingModule {}

export const tracking: ServiceDefinition = {
  name: 'tracking',
  schema: trackingSchema,
  module: TrackingModule,
};
