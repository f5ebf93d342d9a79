import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { copyMachine } from './domain/copy-states';
import { loanMachine } from './domain/loan-states';
import { proposalMachine } from './domain/proposal-states';
import { destructionControllers, destructionProviders } from './destructions/parts';
import { sealedWitnesses } from './destructions/persistence/witness-links';
import { appraisalMachine } from './destructions/domain/appraisal-states';
import { destructionMachine } from './destructions/domain/destruction-states';
import { AcceptProposalController } from './features/accept-proposal/accept-proposal.controller';
import { AcceptProposalHandler } from './features/accept-proposal/accept-proposal.handler';
import { AcceptRecord } from './features/accept-proposal/accept-record';
import { AcceptProposalsController } from './features/accept-proposals/accept-proposals.controller';
import { AcceptProposalsHandler } from './features/accept-proposals/accept-proposals.handler';
import { AdmitReaderController } from './features/admit-reader/admit-reader.controller';
import { AdmitReaderHandler } from './features/admit-reader/admit-reader.handler';
import { CloseLivingFileController } from './features/close-living-file/close-living-file.controller';
import { CloseLivingFileHandler } from './features/close-living-file/close-living-file.handler';
import { CorrectDescriptionController } from './features/correct-description/correct-description.controller';
import { CorrectDescriptionHandler } from './features/correct-description/correct-description.handler';
import { EndAdmissionController } from './features/end-admission/end-admission.controller';
import { EndAdmissionHandler } from './features/end-admission/end-admission.handler';
import { FilePaperController } from './features/file-paper/file-paper.controller';
import { FilePaperHandler } from './features/file-paper/file-paper.handler';
import { ListCompletenessListsController } from './features/list-completeness-lists/list-completeness-lists.controller';
import { ListLivingFilesController } from './features/list-living-files/list-living-files.controller';
import { ListProposalsController } from './features/list-proposals/list-proposals.controller';
import { ListRecordsController } from './features/list-records/list-records.controller';
import { MoveRecordController } from './features/move-record/move-record.controller';
import { MoveRecordHandler } from './features/move-record/move-record.handler';
import { OpenLivingPaperController } from './features/open-living-paper/open-living-paper.controller';
import { OpenRecordFileController } from './features/open-record-file/open-record-file.controller';
import { ProposeAgainController } from './features/propose-again/propose-again.controller';
import { ProposeAgainHandler } from './features/propose-again/propose-again.handler';
import { ProposeRecordHandler } from './features/propose-record/propose-record.handler';
import { ReadArchiveSettingsController } from './features/read-archive-settings/read-archive-settings.controller';
import { ReadLivingFileController } from './features/read-living-file/read-living-file.controller';
import { ReadProposalController } from './features/read-proposal/read-proposal.controller';
import { ReadRecordHistoryController } from './features/read-record-history/read-record-history.controller';
import { ReadRecordController } from './features/read-record/read-record.controller';
import { RegisterRecordController } from './features/register-record/register-record.controller';
import { RegisterRecordHandler } from './features/register-record/register-record.handler';
import { ReleaseHoldController } from './features/release-hold/release-hold.controller';
import { ReleaseHoldHandler } from './features/release-hold/release-hold.handler';
import { ReleaseLivingHoldController } from './features/release-living-hold/release-living-hold.controller';
import { ReleaseLivingHoldHandler } from './features/release-living-hold/release-living-hold.handler';
import { RetireRequiredPaperController } from './features/retire-required-paper/retire-required-paper.controller';
import { RetireRequiredPaperHandler } from './features/retire-required-paper/retire-required-paper.handler';
import { ReturnProposalController } from './features/return-proposal/return-proposal.controller';
import { ReturnProposalHandler } from './features/return-proposal/return-proposal.handler';
import { SetFondsController } from './features/set-fonds/set-fonds.controller';
import { SetFondsHandler } from './features/set-fonds/set-fonds.handler';
import { SetHoldController } from './features/set-hold/set-hold.controller';
import { SetHoldHandler } from './features/set-hold/set-hold.handler';
import { SetIntakeRuleController } from './features/set-intake-rule/set-intake-rule.controller';
import { SetIntakeRuleHandler } from './features/set-intake-rule/set-intake-rule.handler';
import { SetLivingHoldController } from './features/set-living-hold/set-living-hold.controller';
import { SetLivingHoldHandler } from './features/set-living-hold/set-living-hold.handler';
import { SetRequiredPaperController } from './features/set-required-paper/set-required-paper.controller';
import { SetRequiredPaperHandler } from './features/set-required-paper/set-required-paper.handler';
import { handOverMachine } from './hand-overs/domain/hand-over-states';
import { handOverControllers, handOverProviders } from './hand-overs/parts';
import { sealedSigners } from './hand-overs/persistence/hand-over-links';
import { fixityControllers, fixityProviders } from './fixity/parts';
import { lendingControllers, lendingProviders } from './lending-features';
import { AccessLog } from './persistence/access-log';
import { Archive } from './persistence/archive';
import { CompletenessLists } from './persistence/completeness-lists';
import { LivingEnds } from './persistence/living-ends';
import { LivingFiles } from './persistence/living-files';
import { LivingVolumes } from './persistence/living-volumes';
import { PlaceRepairs } from './persistence/place-repairs';
import { Proposals } from './persistence/proposals';
import { ReadHistory } from './persistence/read-history';
import { ReadLivingFiles } from './persistence/read-living-files';
import { ReadProposals } from './persistence/read-proposals';
import { ReadRecords } from './persistence/read-records';
import { Records } from './persistence/records';
import { FollowedRepairs } from './persistence/followed-repairs';
import { archivesSchema } from './persistence/schema';
import { Settings } from './persistence/settings';
import { CopyOfficeNamesReaction } from './reactions/copy-office-names.reaction';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { CopyStaffReaction } from './reactions/copy-staff.reaction';
import { FollowOwnersReaction } from './reactions/follow-owners.reaction';
import { FollowRepairsReaction } from './reactions/follow-repairs.reaction';
import { ProposeComplaintsReaction } from './reactions/propose-complaints.reaction';
import { ProposeDocumentsReaction } from './reactions/propose-documents.reaction';
import { ProposeNoticesReaction } from './reactions/propose-notices.reaction';
import { stocktakeMachine } from './stocktakes/domain/stocktake-states';
import { stocktakeControllers, stocktakeProviders } from './stocktakes/parts';
import { reconciliationControllers, reconciliationProviders } from './reconciliation/parts';
import { monthMachine } from './reconciliation/domain/month-states';
import { RecordTextReader } from './reading/record-text-reader';
import { AskSources } from './sources/ask-sources';

/** Archives (档案): the catalogue and its immutable records, what is proposed as one, living files, loans and copies, appraisal and destruction, stocktakes, hand-over, and who looks at all that (W4.1–W4.6). */
@Module({
  controllers: [
    RegisterRecordController,
    ListRecordsController,
    ReadRecordController,
    OpenRecordFileController,
    ReadRecordHistoryController,
    CorrectDescriptionController,
    MoveRecordController,
    SetHoldController,
    ReleaseHoldController,
    AdmitReaderController,
    EndAdmissionController,
    ListProposalsController,
    ReadProposalController,
    AcceptProposalController,
    AcceptProposalsController,
    ReturnProposalController,
    ProposeAgainController,
    ListLivingFilesController,
    ReadLivingFileController,
    OpenLivingPaperController,
    FilePaperController,
    CloseLivingFileController,
    SetLivingHoldController,
    ReleaseLivingHoldController,
    ReadArchiveSettingsController,
    SetFondsController,
    SetIntakeRuleController,
    ListCompletenessListsController,
    SetRequiredPaperController,
    RetireRequiredPaperController,
    ...lendingControllers,
    ...fixityControllers,
    ...reconciliationControllers,
    ProposeDocumentsReaction,
    ProposeComplaintsReaction,
    ProposeNoticesReaction,
    CopyOfficeNamesReaction,
    CopyPlacesReaction,
    CopyStaffReaction,
    FollowOwnersReaction,
    FollowRepairsReaction,
    ...destructionControllers,
    ...stocktakeControllers,
    ...handOverControllers,
  ],
  providers: [
    RegisterRecordHandler,
    CorrectDescriptionHandler,
    MoveRecordHandler,
    SetHoldHandler,
    ReleaseHoldHandler,
    AdmitReaderHandler,
    EndAdmissionHandler,
    ProposeRecordHandler,
    AcceptProposalHandler,
    AcceptProposalsHandler,
    AcceptRecord,
    ReturnProposalHandler,
    ProposeAgainHandler,
    FilePaperHandler,
    CloseLivingFileHandler,
    SetLivingHoldHandler,
    ReleaseLivingHoldHandler,
    SetFondsHandler,
    SetIntakeRuleHandler,
    SetRequiredPaperHandler,
    RetireRequiredPaperHandler,
    ...lendingProviders,
    ...fixityProviders,
    ...reconciliationProviders,
    AccessLog,
    AskSources,
    Archive,
    CompletenessLists,
    LivingEnds,
    LivingFiles,
    LivingVolumes,
    PlaceRepairs,
    Proposals,
    ReadHistory,
    ReadLivingFiles,
    ReadProposals,
    ReadRecords,
    Records,
    RecordTextReader,
    FollowedRepairs,
    Settings,
    ...destructionProviders,
    ...stocktakeProviders,
    ...handOverProviders,
  ],
})
export class ArchivesModule {}

export const archives: ServiceDefinition = {
  name: 'archives',
  schema: archivesSchema,
  module: ArchivesModule,
  sealed: [sealedWitnesses, sealedSigners],
  stateMachines: [proposalMachine, loanMachine, copyMachine, appraisalMachine, destructionMachine, stocktakeMachine, handOverMachine, monthMachine],
};
