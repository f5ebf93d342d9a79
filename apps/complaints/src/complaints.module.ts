import { Module } from '@nestjs/common';
import { personNotices, type ServiceDefinition } from '@property-office/backbone';
import { Deadlines, officeCopies, OfficeRules, ReadPromises } from '@property-office/deadlines';
import { homeCareCopies, HomeCares } from '@property-office/home-care';
import { caseLinks } from '@property-office/receipts';
import { complaintMachine } from './domain/complaint-states';
import { measureMachine } from './domain/measure-states';
import { suggestionMachine } from './domain/suggestion-states';
import { AcknowledgeComplaintController } from './features/acknowledge-complaint/acknowledge-complaint.controller';
import { AcknowledgeComplaintHandler } from './features/acknowledge-complaint/acknowledge-complaint.handler';
import { AdoptSuggestionController } from './features/adopt-suggestion/adopt-suggestion.controller';
import { AdoptSuggestionHandler } from './features/adopt-suggestion/adopt-suggestion.handler';
import { AnnounceExtensionController } from './features/announce-extension/announce-extension.controller';
import { AnnounceExtensionHandler } from './features/announce-extension/announce-extension.handler';
import { HoldExtension } from './features/announce-extension/hold-extension';
import { AnswerFeedbackController } from './features/answer-feedback/answer-feedback.controller';
import { AnswerFeedbackHandler } from './features/answer-feedback/answer-feedback.handler';
import { CloseComplaint } from './features/answer-feedback/close-complaint';
import { DisputeComplaint } from './features/answer-feedback/dispute-complaint';
import { EndWaiting } from './features/answer-feedback/end-waiting';
import { AnswerSuggestionController } from './features/answer-suggestion/answer-suggestion.controller';
import { AnswerSuggestionHandler } from './features/answer-suggestion/answer-suggestion.handler';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { ApproveExtensionController } from './features/approve-extension/approve-extension.controller';
import { ApproveExtensionHandler } from './features/approve-extension/approve-extension.handler';
import { AssignCauseMeasureController } from './features/assign-cause-measure/assign-cause-measure.controller';
import { AssignCauseMeasureHandler } from './features/assign-cause-measure/assign-cause-measure.handler';
import { AssignComplaintController } from './features/assign-complaint/assign-complaint.controller';
import { HandOver } from './features/assign-complaint/hand-over';
import { AssignComplaintHandler } from './features/assign-complaint/assign-complaint.handler';
import { BeginHandlingController } from './features/begin-handling/begin-handling.controller';
import { BeginHandlingHandler } from './features/begin-handling/begin-handling.handler';
import { CancelTaskController } from './features/cancel-task/cancel-task.controller';
import { CancelTaskHandler } from './features/cancel-task/cancel-task.handler';
import { CheckComplaintController } from './features/check-complaint/check-complaint.controller';
import { CheckComplaintHandler } from './features/check-complaint/check-complaint.handler';
import { ComplaintViews } from './features/complaint-views';
import { CorrectComplaintController } from './features/correct-complaint/correct-complaint.controller';
import { CorrectComplaintHandler } from './features/correct-complaint/correct-complaint.handler';
import { CreateTaskController } from './features/create-task/create-task.controller';
import { CreateTaskHandler } from './features/create-task/create-task.handler';
import { DecideComplaintController } from './features/decide-complaint/decide-complaint.controller';
import { DecideComplaintHandler } from './features/decide-complaint/decide-complaint.handler';
import { DeclineSuggestionController } from './features/decline-suggestion/decline-suggestion.controller';
import { DeclineSuggestionHandler } from './features/decline-suggestion/decline-suggestion.handler';
import { ExplainComplaintController } from './features/explain-complaint/explain-complaint.controller';
import { ExplainComplaintHandler } from './features/explain-complaint/explain-complaint.handler';
import { FinishCauseMeasureController } from './features/finish-cause-measure/finish-cause-measure.controller';
import { FinishCauseMeasureHandler } from './features/finish-cause-measure/finish-cause-measure.handler';
import { FinishSuggestionController } from './features/finish-suggestion/finish-suggestion.controller';
import { FinishSuggestionHandler } from './features/finish-suggestion/finish-suggestion.handler';
import { FinishTaskController } from './features/finish-task/finish-task.controller';
import { FinishTaskHandler } from './features/finish-task/finish-task.handler';
import { HideFromCrew } from './features/hide-from-crew/hide-from-crew';
import { LinkRepairController } from './features/link-repair/link-repair.controller';
import { LinkRepairHandler } from './features/link-repair/link-repair.handler';
import { ListBelongingsController } from './features/list-belongings/list-belongings.controller';
import { ListCauseMeasuresController } from './features/list-cause-measures/list-cause-measures.controller';
import { ListComplaintsController } from './features/list-complaints/list-complaints.controller';
import { ListOpenComplaintsController } from './features/list-open-complaints/list-open-complaints.controller';
import { ListOpenComplaintsHandler } from './features/list-open-complaints/list-open-complaints.handler';
import { ListOpenSuggestionsController } from './features/list-open-suggestions/list-open-suggestions.controller';
import { ListOpenSuggestionsHandler } from './features/list-open-suggestions/list-open-suggestions.handler';
import { ListSuggestionsController } from './features/list-suggestions/list-suggestions.controller';
import { ListTasksController } from './features/list-tasks/list-tasks.controller';
import { MarkMajorController } from './features/mark-major/mark-major.controller';
import { JudgeHouseholds } from './features/mark-major/judge-households';
import { MarkMajorHandler } from './features/mark-major/mark-major.handler';
import { NameAbout } from './features/correct-complaint/name-about';
import { ReadCauseMeasureController } from './features/read-cause-measure/read-cause-measure.controller';
import { OpenCasePageController } from './features/open-case-page/open-case-page.controller';
import { PrintComplaintReceiptController } from './features/print-complaint-receipt/print-complaint-receipt.controller';
import { PrintSuggestionReceiptController } from './features/print-suggestion-receipt/print-suggestion-receipt.controller';
import { ReadComplainantsController } from './features/read-complainants/read-complainants.controller';
import { ReadComplainantsHandler } from './features/read-complainants/read-complainants.handler';
import { ReadComplaintController } from './features/read-complaint/read-complaint.controller';
import { ReadSuggestionController } from './features/read-suggestion/read-suggestion.controller';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadVisibilityController } from './features/read-visibility/read-visibility.controller';
import { AttitudeSuperiors } from './features/record-complaint/attitude-superiors';
import { FileComplaint } from './features/record-complaint/file-complaint';
import { FirstHandler } from './features/record-complaint/first-handler';
import { RecordComplaintController } from './features/record-complaint/record-complaint.controller';
import { RecordComplaintHandler } from './features/record-complaint/record-complaint.handler';
import { RecordFeedbackController } from './features/record-feedback/record-feedback.controller';
import { RecordFeedbackHandler } from './features/record-feedback/record-feedback.handler';
import { RecordResultController } from './features/record-result/record-result.controller';
import { RecordResultHandler } from './features/record-result/record-result.handler';
import { FileSuggestion } from './features/record-suggestion/file-suggestion';
import { RecordSuggestionController } from './features/record-suggestion/record-suggestion.controller';
import { RecordSuggestionHandler } from './features/record-suggestion/record-suggestion.handler';
import { RegisterCallerController } from './features/register-caller/register-caller.controller';
import { RequestExtensionController } from './features/request-extension/request-extension.controller';
import { RequestExtensionHandler } from './features/request-extension/request-extension.handler';
import { ReviewCauseMeasureController } from './features/review-cause-measure/review-cause-measure.controller';
import { ReviewCauseMeasureHandler } from './features/review-cause-measure/review-cause-measure.handler';
import { ReviewSuggestionController } from './features/review-suggestion/review-suggestion.controller';
import { ReviewSuggestionHandler } from './features/review-suggestion/review-suggestion.handler';
import { SetCauseMeasureController } from './features/set-cause-measure/set-cause-measure.controller';
import { SetCauseMeasureHandler } from './features/set-cause-measure/set-cause-measure.handler';
import { TellComplainants } from './features/tell-complainants/tell-complainants';
import { VerifyComplaintController } from './features/verify-complaint/verify-complaint.controller';
import { VerifyComplaintHandler } from './features/verify-complaint/verify-complaint.handler';
import { AboutCorrections } from './persistence/about-corrections';
import { Answers } from './persistence/answers';
import { CaseNumbers } from './persistence/case-numbers';
import { CauseMeasures } from './persistence/cause-measures';
import { ReadBelongings } from './persistence/read-belongings';
import { ComplainantNotices } from './persistence/complainant-notices';
import { Complainants, sealedContacts } from './persistence/complainants';
import { ComplaintClocks } from './persistence/complaint-clocks';
import { Complaints } from './persistence/complaints';
import { FollowedUp } from './persistence/followed-up';
import { EarlierTasks } from './persistence/earlier-tasks';
import { LinkedRepairs } from './persistence/linked-repairs';
import { RepairEnds } from './persistence/repair-ends';
import { MeasureClocks } from './persistence/measure-clocks';
import { PastRounds } from './persistence/past-rounds';
import { Places } from './persistence/places';
import { ReadComplaints } from './persistence/read-complaints';
import { ReadTasks } from './persistence/read-tasks';
import { StrangerTasks } from './persistence/stranger-tasks';
import { SuggestionClocks } from './persistence/suggestion-clocks';
import { Suggestions } from './persistence/suggestions';
import { HiddenTasks } from './persistence/hidden-tasks';
import { TaskClocks } from './persistence/task-clocks';
import { Tasks } from './persistence/tasks';
import { CopyPeopleReaction } from './reactions/copy-people.reaction';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowOutcomeReaction } from './reactions/follow-outcome.reaction';
import { FollowRepairsReaction } from './reactions/follow-repairs.reaction';
import { NoteFollowUpsReaction } from './reactions/note-follow-ups.reaction';
import { LetSecondPersonInReaction } from './reactions/let-second-person-in.reaction';
import { TakeConversionReaction } from './reactions/take-conversion.reaction';
import { complaintsSchema } from './persistence/schema';
import { groupControllers, groupProviders } from './groups';

/** Complaints and suggestions (W2.3, R1.4, R3.2): what all-in-one mounts. */
@Module({
  controllers: [
    ...groupControllers,
    RecordComplaintController,
    ListComplaintsController,
    ReadComplaintController,
    PrintComplaintReceiptController,
    PrintSuggestionReceiptController,
    OpenCasePageController,
    AcknowledgeComplaintController,
    AdoptSuggestionController,
    AnnounceExtensionController,
    AnswerFeedbackController,
    AnswerSuggestionController,
    ApproveExtensionController,
    AssignComplaintController,
    BeginHandlingController,
    CancelTaskController,
    CheckComplaintController,
    RegisterCallerController,
    ListOpenComplaintsController,
    ListOpenSuggestionsController,
    CorrectComplaintController,
    CreateTaskController,
    DecideComplaintController,
    DeclineSuggestionController,
    ExplainComplaintController,
    FinishSuggestionController,
    FinishTaskController,
    LinkRepairController,
    ListSuggestionsController,
    ListTasksController,
    MarkMajorController,
    ReadComplainantsController,
    ReadSuggestionController,
    ReadRecordEventsController,
    ReadRecordMattersController,
    ReadVisibilityController,
    RecordFeedbackController,
    RecordResultController,
    RecordSuggestionController,
    RequestExtensionController,
    ReviewSuggestionController,
    SetCauseMeasureController,
    AssignCauseMeasureController,
    FinishCauseMeasureController,
    ReviewCauseMeasureController,
    ListCauseMeasuresController,
    ListBelongingsController,
    ReadCauseMeasureController,
    VerifyComplaintController,
    CopyPeopleReaction,
    CopyPlacesReaction,
    FollowOutcomeReaction,
    FollowRepairsReaction,
    LetSecondPersonInReaction,
    NoteFollowUpsReaction,
    TakeConversionReaction,
    officeCopies('complaints'),
    homeCareCopies('complaints'),
  ],
  providers: [
    ...groupProviders,
    ListOpenComplaintsHandler,
    ListOpenSuggestionsHandler,
    AcknowledgeComplaintHandler,
    AdoptSuggestionHandler,
    AnnounceExtensionHandler,
    AnswerFeedbackHandler,
    CloseComplaint,
    DisputeComplaint,
    EndWaiting,
    AnswerSuggestionHandler,
    ApplyFactHandler,
    ApproveExtensionHandler,
    AssignComplaintHandler,
    BeginHandlingHandler,
    CancelTaskHandler,
    CheckComplaintHandler,
    ComplaintViews,
    CorrectComplaintHandler,
    CreateTaskHandler,
    DecideComplaintHandler,
    DeclineSuggestionHandler,
    ExplainComplaintHandler,
    FinishSuggestionHandler,
    FinishTaskHandler,
    HideFromCrew,
    HoldExtension,
    LinkRepairHandler,
    MarkMajorHandler,
    NameAbout,
    ReadComplainantsHandler,
    AttitudeSuperiors,
    FileComplaint,
    FirstHandler,
    JudgeHouseholds,
    HandOver,
    RecordComplaintHandler,
    RecordFeedbackHandler,
    RecordResultHandler,
    FileSuggestion,
    RecordSuggestionHandler,
    RequestExtensionHandler,
    ReviewSuggestionHandler,
    SetCauseMeasureHandler,
    AssignCauseMeasureHandler,
    FinishCauseMeasureHandler,
    ReviewCauseMeasureHandler,
    TellComplainants,
    VerifyComplaintHandler,
    ...personNotices('complainant_notice'),
    AboutCorrections,
    Answers,
    FollowedUp,
    StrangerTasks,
    CaseNumbers,
    CauseMeasures,
    ReadBelongings,
    MeasureClocks,
    ComplainantNotices,
    Complainants,
    ComplaintClocks,
    Complaints,
    Deadlines,
    EarlierTasks,
    OfficeRules,
    ReadPromises,
    HomeCares,
    caseLinks('complaints.case.follow'),
    LinkedRepairs,
    RepairEnds,
    PastRounds,
    Places,
    ReadComplaints,
    ReadTasks,
    SuggestionClocks,
    Suggestions,
    TaskClocks,
    HiddenTasks,
    Tasks,
  ],
})
export class ComplaintsModule {}

export const complaints: ServiceDefinition = {
  name: 'complaints',
  schema: complaintsSchema,
  module: ComplaintsModule,
  sealed: sealedContacts,
  stateMachines: [complaintMachine, suggestionMachine, measureMachine],
};
