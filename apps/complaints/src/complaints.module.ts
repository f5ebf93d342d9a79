import { Module } from '@nestjs/common';
import { personNotices, type ServiceDefinition } from '@property-office/backbone';
import { Deadlines, officeCopies, OfficeRules, ReadPromises } from '@property-office/deadlines';
import { complaintMachine } from './domain/complaint-states';
import { suggestionMachine } from './domain/suggestion-states';
import { AcknowledgeComplaintController } from './features/acknowledge-complaint/acknowledge-complaint.controller';
import { AcknowledgeComplaintHandler } from './features/acknowledge-complaint/acknowledge-complaint.handler';
import { AdoptSuggestionController } from './features/adopt-suggestion/adopt-suggestion.controller';
import { AdoptSuggestionHandler } from './features/adopt-suggestion/adopt-suggestion.handler';
import { AnnounceExtensionController } from './features/announce-extension/announce-extension.controller';
import { AnnounceExtensionHandler } from './features/announce-extension/announce-extension.handler';
import { AnswerFeedbackController } from './features/answer-feedback/answer-feedback.controller';
import { AnswerFeedbackHandler } from './features/answer-feedback/answer-feedback.handler';
import { CloseComplaint } from './features/answer-feedback/close-complaint';
import { DisputeComplaint } from './features/answer-feedback/dispute-complaint';
import { AnswerSuggestionController } from './features/answer-suggestion/answer-suggestion.controller';
import { AnswerSuggestionHandler } from './features/answer-suggestion/answer-suggestion.handler';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { ApproveExtensionController } from './features/approve-extension/approve-extension.controller';
import { ApproveExtensionHandler } from './features/approve-extension/approve-extension.handler';
import { AssignComplaintController } from './features/assign-complaint/assign-complaint.controller';
import { AssignComplaintHandler } from './features/assign-complaint/assign-complaint.handler';
import { BeginHandlingController } from './features/begin-handling/begin-handling.controller';
import { BeginHandlingHandler } from './features/begin-handling/begin-handling.handler';
import { CheckComplaintController } from './features/check-complaint/check-complaint.controller';
import { CheckComplaintHandler } from './features/check-complaint/check-complaint.handler';
import { ComplaintViews } from './features/complaint-views';
import { CreateTaskController } from './features/create-task/create-task.controller';
import { CreateTaskHandler } from './features/create-task/create-task.handler';
import { DecideComplaintController } from './features/decide-complaint/decide-complaint.controller';
import { DecideComplaintHandler } from './features/decide-complaint/decide-complaint.handler';
import { DeclineSuggestionController } from './features/decline-suggestion/decline-suggestion.controller';
import { DeclineSuggestionHandler } from './features/decline-suggestion/decline-suggestion.handler';
import { ExplainComplaintController } from './features/explain-complaint/explain-complaint.controller';
import { ExplainComplaintHandler } from './features/explain-complaint/explain-complaint.handler';
import { FinishSuggestionController } from './features/finish-suggestion/finish-suggestion.controller';
import { FinishSuggestionHandler } from './features/finish-suggestion/finish-suggestion.handler';
import { FinishTaskController } from './features/finish-task/finish-task.controller';
import { FinishTaskHandler } from './features/finish-task/finish-task.handler';
import { HideFromCrew } from './features/hide-from-crew/hide-from-crew';
import { JoinComplaintController } from './features/join-complaint/join-complaint.controller';
import { JoinComplaintHandler } from './features/join-complaint/join-complaint.handler';
import { LinkRepairController } from './features/link-repair/link-repair.controller';
import { LinkRepairHandler } from './features/link-repair/link-repair.handler';
import { ListComplaintsController } from './features/list-complaints/list-complaints.controller';
import { ListOpenComplaintsController } from './features/list-open-complaints/list-open-complaints.controller';
import { ListOpenComplaintsHandler } from './features/list-open-complaints/list-open-complaints.handler';
import { ListSuggestionsController } from './features/list-suggestions/list-suggestions.controller';
import { MarkMajorController } from './features/mark-major/mark-major.controller';
import { MarkMajorHandler } from './features/mark-major/mark-major.handler';
import { ReadComplainantsController } from './features/read-complainants/read-complainants.controller';
import { ReadComplainantsHandler } from './features/read-complainants/read-complainants.handler';
import { ReadComplaintController } from './features/read-complaint/read-complaint.controller';
import { ReadSuggestionController } from './features/read-suggestion/read-suggestion.controller';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadVisibilityController } from './features/read-visibility/read-visibility.controller';
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
import { ReviewSuggestionController } from './features/review-suggestion/review-suggestion.controller';
import { ReviewSuggestionHandler } from './features/review-suggestion/review-suggestion.handler';
import { TellComplainants } from './features/tell-complainants/tell-complainants';
import { VerifyComplaintController } from './features/verify-complaint/verify-complaint.controller';
import { VerifyComplaintHandler } from './features/verify-complaint/verify-complaint.handler';
import { CaseNumbers } from './persistence/case-numbers';
import { ComplainantNotices } from './persistence/complainant-notices';
import { Complainants } from './persistence/complainants';
import { ComplaintClocks } from './persistence/complaint-clocks';
import { Complaints } from './persistence/complaints';
import { LinkedRepairs } from './persistence/linked-repairs';
import { PastRounds } from './persistence/past-rounds';
import { Places } from './persistence/places';
import { ReadComplaints } from './persistence/read-complaints';
import { Suggestions } from './persistence/suggestions';
import { Tasks } from './persistence/tasks';
import { CopyPeopleReaction } from './reactions/copy-people.reaction';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowOutcomeReaction } from './reactions/follow-outcome.reaction';
import { FollowRepairsReaction } from './reactions/follow-repairs.reaction';
import { LetSecondPersonInReaction } from './reactions/let-second-person-in.reaction';
import { TakeConversionReaction } from './reactions/take-conversion.reaction';
import { complaintsSchema } from './persistence/schema';

/** Complaints and suggestions (W2.3, R1.4, R3.2): what all-in-one mounts. */
@Module({
  controllers: [
    RecordComplaintController,
    ListComplaintsController,
    ReadComplaintController,
    AcknowledgeComplaintController,
    AdoptSuggestionController,
    AnnounceExtensionController,
    AnswerFeedbackController,
    AnswerSuggestionController,
    ApproveExtensionController,
    AssignComplaintController,
    BeginHandlingController,
    CheckComplaintController,
    RegisterCallerController,
    ListOpenComplaintsController,
    CreateTaskController,
    DecideComplaintController,
    DeclineSuggestionController,
    ExplainComplaintController,
    FinishSuggestionController,
    FinishTaskController,
    JoinComplaintController,
    LinkRepairController,
    ListSuggestionsController,
    MarkMajorController,
    ReadComplainantsController,
    ReadSuggestionController,
    ReadRecordMattersController,
    ReadVisibilityController,
    RecordFeedbackController,
    RecordResultController,
    RecordSuggestionController,
    RequestExtensionController,
    ReviewSuggestionController,
    VerifyComplaintController,
    CopyPeopleReaction,
    CopyPlacesReaction,
    FollowOutcomeReaction,
    FollowRepairsReaction,
    LetSecondPersonInReaction,
    TakeConversionReaction,
    officeCopies('complaints'),
  ],
  providers: [
    ListOpenComplaintsHandler,
    AcknowledgeComplaintHandler,
    AdoptSuggestionHandler,
    AnnounceExtensionHandler,
    AnswerFeedbackHandler,
    CloseComplaint,
    DisputeComplaint,
    AnswerSuggestionHandler,
    ApplyFactHandler,
    ApproveExtensionHandler,
    AssignComplaintHandler,
    BeginHandlingHandler,
    CheckComplaintHandler,
    ComplaintViews,
    CreateTaskHandler,
    DecideComplaintHandler,
    DeclineSuggestionHandler,
    ExplainComplaintHandler,
    FinishSuggestionHandler,
    FinishTaskHandler,
    HideFromCrew,
    JoinComplaintHandler,
    LinkRepairHandler,
    MarkMajorHandler,
    ReadComplainantsHandler,
    FileComplaint,
    FirstHandler,
    RecordComplaintHandler,
    RecordFeedbackHandler,
    RecordResultHandler,
    FileSuggestion,
    RecordSuggestionHandler,
    RequestExtensionHandler,
    ReviewSuggestionHandler,
    TellComplainants,
    VerifyComplaintHandler,
    ...personNotices('complainant_notice'),
    CaseNumbers,
    ComplainantNotices,
    Complainants,
    ComplaintClocks,
    Complaints,
    Deadlines,
    OfficeRules,
    ReadPromises,
    LinkedRepairs,
    PastRounds,
    Places,
    ReadComplaints,
    Suggestions,
    Tasks,
  ],
})
export class ComplaintsModule {}

export const complaints: ServiceDefinition = {
  name: 'complaints',
  schema: complaintsSchema,
  module: ComplaintsModule,
  sealedSample: 'SELECT contact_cipher AS sealed FROM complainant WHERE contact_cipher IS NOT NULL LIMIT 100',
  stateMachines: [complaintMachine, suggestionMachine],
};
