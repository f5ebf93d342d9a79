import { PeopleContacts } from '@property-office/backbone';
import { ApproveSealController } from './features/approve-seal/approve-seal.controller';
import { ApproveSealHandler } from './features/approve-seal/approve-seal.handler';
import { CheckOutgoingController } from './features/check-outgoing/check-outgoing.controller';
import { CheckOutgoingHandler } from './features/check-outgoing/check-outgoing.handler';
import { CompareVersionsController } from './features/compare-versions/compare-versions.controller';
import { CorrectOutgoingController } from './features/correct-outgoing/correct-outgoing.controller';
import { CorrectOutgoingHandler } from './features/correct-outgoing/correct-outgoing.handler';
import { CountersignOutgoingController } from './features/countersign-outgoing/countersign-outgoing.controller';
import { CountersignOutgoingHandler } from './features/countersign-outgoing/countersign-outgoing.handler';
import { DiscardOutgoingController } from './features/discard-outgoing/discard-outgoing.controller';
import { DiscardOutgoingHandler } from './features/discard-outgoing/discard-outgoing.handler';
import { DraftOutgoingController } from './features/draft-outgoing/draft-outgoing.controller';
import { DraftOutgoingHandler } from './features/draft-outgoing/draft-outgoing.handler';
import { EditOutgoingController } from './features/edit-outgoing/edit-outgoing.controller';
import { EditOutgoingHandler } from './features/edit-outgoing/edit-outgoing.handler';
import { FileOutgoingController } from './features/file-outgoing/file-outgoing.controller';
import { FileOutgoingHandler } from './features/file-outgoing/file-outgoing.handler';
import { ListOutgoingController } from './features/list-outgoing/list-outgoing.controller';
import { ListSealUsesController } from './features/list-seal-uses/list-seal-uses.controller';
import { ListTemplatesController } from './features/list-templates/list-templates.controller';
import { NumberOutgoingController } from './features/number-outgoing/number-outgoing.controller';
import { NumberOutgoingHandler } from './features/number-outgoing/number-outgoing.handler';
import { OpenPaperController } from './features/open-paper/open-paper.controller';
import { PrintOutgoingSlipController } from './features/print-outgoing-slip/print-outgoing-slip.controller';
import { PrintOutgoingController } from './features/print-outgoing/print-outgoing.controller';
import { PrintOutgoingHandler } from './features/print-outgoing/print-outgoing.handler';
import { ReadLetterheadController } from './features/read-letterhead/read-letterhead.controller';
import { OutgoingDetails } from './features/read-outgoing/outgoing-details';
import { ReadOutgoingController } from './features/read-outgoing/read-outgoing.controller';
import { RecordReceiptController } from './features/record-receipt/record-receipt.controller';
import { RecordReceiptHandler } from './features/record-receipt/record-receipt.handler';
import { ReleaseOutgoingController } from './features/release-outgoing/release-outgoing.controller';
import { ReleaseOutgoingHandler } from './features/release-outgoing/release-outgoing.handler';
import { ReturnOutgoingController } from './features/return-outgoing/return-outgoing.controller';
import { ReturnOutgoingHandler } from './features/return-outgoing/return-outgoing.handler';
import { ReviewOutgoingController } from './features/review-outgoing/review-outgoing.controller';
import { ReviewOutgoingHandler } from './features/review-outgoing/review-outgoing.handler';
import { SetLetterheadController } from './features/set-letterhead/set-letterhead.controller';
import { SetLetterheadHandler } from './features/set-letterhead/set-letterhead.handler';
import { ListTemplateVersionsController } from './features/list-template-versions/list-template-versions.controller';
import { ReadTemplateVersionController } from './features/read-template-version/read-template-version.controller';
import { SetTemplateController } from './features/set-template/set-template.controller';
import { SetTemplateHandler } from './features/set-template/set-template.handler';
import { SignOutgoingController } from './features/sign-outgoing/sign-outgoing.controller';
import { SignOutgoingHandler } from './features/sign-outgoing/sign-outgoing.handler';
import { SubmitOutgoingController } from './features/submit-outgoing/submit-outgoing.controller';
import { SubmitOutgoingHandler } from './features/submit-outgoing/submit-outgoing.handler';
import { TakeBackOutgoingController } from './features/take-back-outgoing/take-back-outgoing.controller';
import { TakeBackOutgoingHandler } from './features/take-back-outgoing/take-back-outgoing.handler';
import { UseSealController } from './features/use-seal/use-seal.controller';
import { UseSealHandler } from './features/use-seal/use-seal.handler';
import { VoidOutgoingController } from './features/void-outgoing/void-outgoing.controller';
import { VoidOutgoingHandler } from './features/void-outgoing/void-outgoing.handler';
import { AttachmentNames } from './persistence/attachment-names';
import { Letterheads } from './persistence/letterheads';
import { OutgoingApprovals } from './persistence/outgoing-approvals';
import { OutgoingClocks } from './persistence/outgoing-clocks';
import { OutgoingCopies } from './persistence/outgoing-copies';
import { OutgoingDocuments } from './persistence/outgoing-documents';
import { OutgoingTemplates } from './persistence/outgoing-templates';
import { OutgoingTexts } from './persistence/outgoing-texts';
import { ReadOutgoing } from './persistence/read-outgoing';
import { Seals } from './persistence/seals';
import { OutgoingPapers } from './printing/outgoing-papers';

/** The routes of what goes out, from the draft to the file (W1.2). */
export const outgoingControllers = [
  DraftOutgoingController,
  ListOutgoingController,
  ReadOutgoingController,
  CompareVersionsController,
  OpenPaperController,
  PrintOutgoingSlipController,
  ReadLetterheadController,
  SetLetterheadController,
  EditOutgoingController,
  SubmitOutgoingController,
  ReturnOutgoingController,
  ReviewOutgoingController,
  CountersignOutgoingController,
  SignOutgoingController,
  CheckOutgoingController,
  CorrectOutgoingController,
  NumberOutgoingController,
  PrintOutgoingController,
  ApproveSealController,
  UseSealController,
  ReleaseOutgoingController,
  RecordReceiptController,
  FileOutgoingController,
  DiscardOutgoingController,
  VoidOutgoingController,
  TakeBackOutgoingController,
  ListTemplatesController,
  SetTemplateController,
  ListTemplateVersionsController,
  ReadTemplateVersionController,
  ListSealUsesController,
];

export const outgoingProviders = [
  SetLetterheadHandler,
  DraftOutgoingHandler,
  EditOutgoingHandler,
  SubmitOutgoingHandler,
  ReturnOutgoingHandler,
  ReviewOutgoingHandler,
  CountersignOutgoingHandler,
  SignOutgoingHandler,
  CheckOutgoingHandler,
  CorrectOutgoingHandler,
  NumberOutgoingHandler,
  PrintOutgoingHandler,
  ApproveSealHandler,
  UseSealHandler,
  ReleaseOutgoingHandler,
  RecordReceiptHandler,
  FileOutgoingHandler,
  DiscardOutgoingHandler,
  VoidOutgoingHandler,
  TakeBackOutgoingHandler,
  OutgoingDetails,
  OutgoingApprovals,
  OutgoingClocks,
  OutgoingCopies,
  OutgoingDocuments,
  OutgoingTexts,
  OutgoingTemplates,
  SetTemplateHandler,
  ReadOutgoing,
  Seals,
  Letterheads,
  OutgoingPapers,
  AttachmentNames,
  PeopleContacts,
];
