import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { Deadlines, officeCopies, OfficeRules, ReadPromises } from '@property-office/deadlines';
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
import { ListCategoriesController } from './features/list-categories/list-categories.controller';
import { ListOpenRepairsController } from './features/list-open-repairs/list-open-repairs.controller';
import { ListRepairsController } from './features/list-repairs/list-repairs.controller';
import { OpenFollowPageController } from './features/open-follow-page/open-follow-page.controller';
import { OpenReportPageController } from './features/open-report-page/open-report-page.controller';
import { PlanRepairController } from './features/plan-repair/plan-repair.controller';
import { PlanRepairHandler } from './features/plan-repair/plan-repair.handler';
import { PrintPlaceSheetController } from './features/print-place-sheet/print-place-sheet.controller';
import { PrintReceiptController } from './features/print-receipt/print-receipt.controller';
import { ReadContactController } from './features/read-contact/read-contact.controller';
import { ReadContactHandler } from './features/read-contact/read-contact.handler';
import { ReadFollowedRepairController } from './features/read-followed-repair/read-followed-repair.controller';
import { ReadPlaceCodeController } from './features/read-place-code/read-place-code.controller';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadRepairController } from './features/read-repair/read-repair.controller';
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
import { Categories } from './persistence/categories';
import { Contacts } from './persistence/contacts';
import { FollowLinks } from './persistence/follow-links';
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
    ReadRecordMattersController,
    ReadRepairController,
    CancelRepairController,
    CommentRepairController,
    ReopenRepairController,
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
    ReportConvertedReaction,
  ],
  providers: [
    ReportRepairHandler,
    CheckReportHandler,
    AcceptReportHandler,
    CancelRepairHandler,
    CommentRepairHandler,
    ReopenRepairHandler,
    CorrectRepairHandler,
    PlanRepairHandler,
    FollowClocksHandler,
    TakeBackHandler,
    ReadContactHandler,
    ApplyFactHandler,
    ReportAtPlaceHandler,
    PlaceCodes,
    FollowLinks,
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
  sealedSample: 'SELECT contact_cipher AS sealed FROM repair_request WHERE contact_cipher IS NOT NULL LIMIT 100',
  stateMachines: [repairRequestStates],
};
