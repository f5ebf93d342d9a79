import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { Deadlines, leaverCopies, officeCopies, OfficeRules, ReadPromises } from '@property-office/deadlines';
import { caseLinks } from '@property-office/receipts';
import { repairRequestStates } from './domain/repair-states';
import { AcceptReportHandler } from './features/accept-report/accept-report.handler';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { CancelRepairController } from './features/cancel-repair/cancel-repair.controller';
import { CancelRepairHandler } from './features/cancel-repair/cancel-repair.handler';
import { CheckReportController } from './features/check-report/check-report.controller';
import { CheckReportHandler } from './features/check-report/check-report.handler';
import { ChangePlaceCodeController } from './features/change-place-code/change-place-code.controller';
import { CommentRepairController } from './features/comment-repair/comment-repair.controller';
import { CommentRepairHandler } from './features/comment-repair/comment-repair.handler';
import { CorrectRepairController } from './features/correct-repair/correct-repair.controller';
import { CorrectRepairHandler } from './features/correct-repair/correct-repair.handler';
import { FollowClocksHandler } from './features/follow-clocks/follow-clocks.handler';
import { JoinRepairController } from './features/join-repair/join-repair.controller';
import { JoinRepairHandler } from './features/join-repair/join-repair.handler';
import { ListCategoriesController } from './features/list-categories/list-categories.controller';
import { ListOpenRepairsController } from './features/list-open-repairs/list-open-repairs.controller';
import { ListRepairsController } from './features/list-repairs/list-repairs.controller';
import { ListSimilarRepairsController } from './features/list-similar-repairs/list-similar-repairs.controller';
import { MergeRepairController } from './features/merge-repair/merge-repair.controller';
import { MergeRepairHandler } from './features/merge-repair/merge-repair.handler';
import { OpenFollowPageController } from './features/open-follow-page/open-follow-page.controller';
import { OpenReportPageController } from './features/open-report-page/open-report-page.controller';
import { PlanRepairController } from './features/plan-repair/plan-repair.controller';
import { PlanRepairHandler } from './features/plan-repair/plan-repair.handler';
import { PrintPlaceSheetController } from './features/print-place-sheet/print-place-sheet.controller';
import { PrintReceiptController } from './features/print-receipt/print-receipt.controller';
import { RateRepairController } from './features/rate-repair/rate-repair.controller';
import { RateRepairHandler } from './features/rate-repair/rate-repair.handler';
import { ReadContactController } from './features/read-contact/read-contact.controller';
import { ReadContactHandler } from './features/read-contact/read-contact.handler';
import { ReadFollowedRepairController } from './features/read-followed-repair/read-followed-repair.controller';
import { ReadPlaceCodeController } from './features/read-place-code/read-place-code.controller';
import { ReadDoneRepairsController } from './features/read-done-repairs/read-done-repairs.controller';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadRepairController } from './features/read-repair/read-repair.controller';
import { BeginAnew } from './features/reopen-repair/begin-anew';
import { ReopenRepairController } from './features/reopen-repair/reopen-repair.controller';
import { ReopenRepairHandler } from './features/reopen-repair/reopen-repair.handler';
import { RepairViews } from './features/repair-views';
import { ReadReportScriptController } from './features/read-report-script/read-report-script.controller';
import { ReportAtPlaceController } from './features/report-at-place/report-at-place.controller';
import { ReportAtPlaceHandler } from './features/report-at-place/report-at-place.handler';
import { ReportRepairController } from './features/report-repair/report-repair.controller';
import { ReportRepairHandler } from './features/report-repair/report-repair.handler';
import { TakeBackController } from './features/take-back/take-back.controller';
import { TakeBackHandler } from './features/take-back/take-back.handler';
import { LeaveMerge } from './features/unmerge-repair/leave-merge';
import { UnmergeRepairController } from './features/unmerge-repair/unmerge-repair.controller';
import { UnmergeRepairHandler } from './features/unmerge-repair/unmerge-repair.handler';
import { UrgeRepairController } from './features/urge-repair/urge-repair.controller';
import { UrgeRepairHandler } from './features/urge-repair/urge-repair.handler';
import { Categories } from './persistence/categories';
import { Contacts, sealedContacts } from './persistence/contacts';
import { MeToo } from './persistence/me-too';
import { PlaceCodes } from './persistence/place-codes';
import { ReadPlaceNames } from './persistence/place-names';
import { Places } from './persistence/places';
import { ReadRepairs } from './persistence/read-repairs';
import { RepairClocks } from './persistence/repair-clocks';
import { RepairNumbers } from './persistence/repair-numbers';
import { RepairRequests } from './persistence/repair-requests';
import { ticketsSchema } from './persistence/schema';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowOutcomeReaction } from './reactions/follow-outcome.reaction';
import { FollowWorkReaction } from './reactions/follow-work.reaction';
import { IndexForSearchReaction } from './reactions/index-for-search.reaction';
import { ReportConvertedReaction } from './reactions/report-converted.reaction';
import { NamePlacesReaction } from './reactions/name-places.reaction';
import { ShowToCrewReaction } from './reactions/show-to-crew.reaction';

/** Use cases and reactions of repair requests (W2.2): what all-in-one mounts. */
@Module({
  controllers: [
    ReportRepairController,
    ListRepairsController,
    ReadDoneRepairsController,
    ReadRecordEventsController,
    ReadRecordMattersController,
    ReadRepairController,
    CancelRepairController,
    CommentRepairController,
    ReopenRepairController,
    UrgeRepairController,
    RateRepairController,
    MergeRepairController,
    JoinRepairController,
    ListSimilarRepairsController,
    UnmergeRepairController,
    CorrectRepairController,
    PlanRepairController,
    TakeBackController,
    ReadContactController,
    ListCategoriesController,
    CheckReportController,
    ListOpenRepairsController,
    ReadPlaceCodeController,
    OpenReportPageController,
    ReadReportScriptController,
    ReportAtPlaceController,
    OpenFollowPageController,
    ReadFollowedRepairController,
    PrintPlaceSheetController,
    ChangePlaceCodeController,
    PrintReceiptController,
    NamePlacesReaction,
    IndexForSearchReaction,
    CopyPlacesReaction,
    FollowWorkReaction,
    FollowOutcomeReaction,
    ShowToCrewReaction,
    officeCopies('tickets'),
    leaverCopies('tickets'),
    ReportConvertedReaction,
  ],
  providers: [
    ReportRepairHandler,
    CheckReportHandler,
    AcceptReportHandler,
    CancelRepairHandler,
    CommentRepairHandler,
    ReopenRepairHandler,
    UrgeRepairHandler,
    RateRepairHandler,
    BeginAnew,
    MergeRepairHandler,
    JoinRepairHandler,
    MeToo,
    UnmergeRepairHandler,
    LeaveMerge,
    CorrectRepairHandler,
    PlanRepairHandler,
    FollowClocksHandler,
    TakeBackHandler,
    ReadContactHandler,
    ApplyFactHandler,
    ReportAtPlaceHandler,
    PlaceCodes,
    caseLinks('tickets.repair_request.follow'),
    ReadPlaceNames,
    RepairRequests,
    RepairClocks,
    Deadlines,
    OfficeRules,
    ReadPromises,
    ReadRepairs,
    RepairViews,
    Contacts,
    Categories,
    Places,
    RepairNumbers,
  ],
})
export class TicketsModule {}

export const tickets: ServiceDefinition = {
  name: 'tickets',
  schema: ticketsSchema,
  module: TicketsModule,
  sealed: [sealedContacts],
  stateMachines: [repairRequestStates],
};
