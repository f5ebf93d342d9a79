import { PeopleContacts } from '@property-office/backbone';
import { FormBodies } from '@property-office/service-kit';
import { ListDueRecordsController } from './features/list-due-records/list-due-records.controller';
import { StartAppraisalController } from './features/start-appraisal/start-appraisal.controller';
import { StartAppraisalHandler } from './features/start-appraisal/start-appraisal.handler';
import { ListAppraisalsController } from './features/list-appraisals/list-appraisals.controller';
import { ReadAppraisalController } from './features/read-appraisal/read-appraisal.controller';
import { GiveOpinionController } from './features/give-opinion/give-opinion.controller';
import { GiveOpinionHandler } from './features/give-opinion/give-opinion.handler';
import { ConcludeAppraisalController } from './features/conclude-appraisal/conclude-appraisal.controller';
import { ConcludeAppraisalHandler } from './features/conclude-appraisal/conclude-appraisal.handler';
import { WithdrawAppraisalController } from './features/withdraw-appraisal/withdraw-appraisal.controller';
import { WithdrawAppraisalHandler } from './features/withdraw-appraisal/withdraw-appraisal.handler';
import { ApplyForDestructionController } from './features/apply-for-destruction/apply-for-destruction.controller';
import { ApplyForDestructionHandler } from './features/apply-for-destruction/apply-for-destruction.handler';
import { ListRegisterController } from './features/list-register/list-register.controller';
import { ListDestructionsController } from './features/list-destructions/list-destructions.controller';
import { ReadDestructionController } from './features/read-destruction/read-destruction.controller';
import { ApproveDestructionController } from './features/approve-destruction/approve-destruction.controller';
import { ApproveDestructionHandler } from './features/approve-destruction/approve-destruction.handler';
import { RefuseDestructionController } from './features/refuse-destruction/refuse-destruction.controller';
import { RefuseDestructionHandler } from './features/refuse-destruction/refuse-destruction.handler';
import { WithdrawDestructionController } from './features/withdraw-destruction/withdraw-destruction.controller';
import { WithdrawDestructionHandler } from './features/withdraw-destruction/withdraw-destruction.handler';
import { NameWitnessController } from './features/name-witness/name-witness.controller';
import { NameWitnessHandler } from './features/name-witness/name-witness.handler';
import { IssueWitnessLinkController } from './features/issue-witness-link/issue-witness-link.controller';
import { IssueWitnessLinkHandler } from './features/issue-witness-link/issue-witness-link.handler';
import { RevokeWitnessLinkController } from './features/revoke-witness-link/revoke-witness-link.controller';
import { RevokeWitnessLinkHandler } from './features/revoke-witness-link/revoke-witness-link.handler';
import { WitnessDestructionController } from './features/witness-destruction/witness-destruction.controller';
import { WitnessDestructionHandler } from './features/witness-destruction/witness-destruction.handler';
import { SignByLinkController } from './features/sign-by-link/sign-by-link.controller';
import { SignByLinkHandler } from './features/sign-by-link/sign-by-link.handler';
import { CarryOutDestructionController } from './features/carry-out-destruction/carry-out-destruction.controller';
import { CarryOutDestructionHandler } from './features/carry-out-destruction/carry-out-destruction.handler';
import { RecordWipeHandler } from './features/record-wipe/record-wipe.handler';
import { PrintCertificateController } from './features/print-certificate/print-certificate.controller';
import { PrintCertificateHandler } from './features/print-certificate/print-certificate.handler';
import { FollowWipesReaction } from './reactions/follow-wipes.reaction';
import { Appraisals } from './persistence/appraisals';
import { Destructions } from './persistence/destructions';
import { ReadLists } from './persistence/read-lists';
import { WitnessLinks } from './persistence/witness-links';
import { Register } from './register/register';
import { RegisterKeeper } from './register/register-keeper';

/** Appraisal and destruction (W4.4). */
export const destructionControllers = [
  ListDueRecordsController,
  StartAppraisalController,
  ListAppraisalsController,
  ReadAppraisalController,
  GiveOpinionController,
  ConcludeAppraisalController,
  WithdrawAppraisalController,
  ApplyForDestructionController,
  ListRegisterController,
  ListDestructionsController,
  ReadDestructionController,
  ApproveDestructionController,
  RefuseDestructionController,
  WithdrawDestructionController,
  NameWitnessController,
  IssueWitnessLinkController,
  RevokeWitnessLinkController,
  WitnessDestructionController,
  SignByLinkController,
  CarryOutDestructionController,
  PrintCertificateController,
  FollowWipesReaction,
];

export const destructionProviders = [
  StartAppraisalHandler,
  GiveOpinionHandler,
  ConcludeAppraisalHandler,
  WithdrawAppraisalHandler,
  ApplyForDestructionHandler,
  ApproveDestructionHandler,
  RefuseDestructionHandler,
  WithdrawDestructionHandler,
  NameWitnessHandler,
  IssueWitnessLinkHandler,
  RevokeWitnessLinkHandler,
  WitnessDestructionHandler,
  SignByLinkHandler,
  CarryOutDestructionHandler,
  RecordWipeHandler,
  PrintCertificateHandler,
  Appraisals,
  Destructions,
  ReadLists,
  WitnessLinks,
  Register,
  RegisterKeeper,
  PeopleContacts,
  FormBodies,
];
