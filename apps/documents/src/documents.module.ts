import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { Deadlines, leaverCopies, officeCopies, OfficeRules, ReadPromises } from '@property-office/deadlines';
import { directiveMachine } from './domain/directive-states';
import { incomingMachine } from './domain/incoming-states';
import { mailMachine } from './domain/mail-states';
import { outgoingMachine } from './domain/outgoing-states';
import { printJobMachine } from './domain/print-job-states';
import { AcknowledgeDirectiveController } from './features/acknowledge-directive/acknowledge-directive.controller';
import { AcknowledgeDirectiveHandler } from './features/acknowledge-directive/acknowledge-directive.handler';
import { AnswerDocumentController } from './features/answer-document/answer-document.controller';
import { AnswerDocumentHandler } from './features/answer-document/answer-document.handler';
import { ApproveSealController } from './features/approve-seal/approve-seal.controller';
import { ApproveSealHandler } from './features/approve-seal/approve-seal.handler';
import { AssignDocumentController } from './features/assign-document/assign-document.controller';
import { AssignDocumentHandler } from './features/assign-document/assign-document.handler';
import { ChangeReadersController } from './features/change-readers/change-readers.controller';
import { ChangeReadersHandler } from './features/change-readers/change-readers.handler';
import { CheckDocumentController } from './features/check-document/check-document.controller';
import { CheckDocumentHandler } from './features/check-document/check-document.handler';
import { CheckOutgoingController } from './features/check-outgoing/check-outgoing.controller';
import { CheckOutgoingHandler } from './features/check-outgoing/check-outgoing.handler';
import { CirculateDocumentController } from './features/circulate-document/circulate-document.controller';
import { CirculateDocumentHandler } from './features/circulate-document/circulate-document.handler';
import { CollectMailController } from './features/collect-mail/collect-mail.controller';
import { CollectMailHandler } from './features/collect-mail/collect-mail.handler';
import { CompareVersionsController } from './features/compare-versions/compare-versions.controller';
import { ConvertMailController } from './features/convert-mail/convert-mail.controller';
import { ConvertMailHandler } from './features/convert-mail/convert-mail.handler';
import { CorrectDirectiveController } from './features/correct-directive/correct-directive.controller';
import { CorrectDirectiveHandler } from './features/correct-directive/correct-directive.handler';
import { CorrectOutgoingController } from './features/correct-outgoing/correct-outgoing.controller';
import { CorrectOutgoingHandler } from './features/correct-outgoing/correct-outgoing.handler';
import { CountersignOutgoingController } from './features/countersign-outgoing/countersign-outgoing.controller';
import { CountersignOutgoingHandler } from './features/countersign-outgoing/countersign-outgoing.handler';
import { DecideDocumentController } from './features/decide-document/decide-document.controller';
import { DecideDocumentHandler } from './features/decide-document/decide-document.handler';
import { DiscardOutgoingController } from './features/discard-outgoing/discard-outgoing.controller';
import { DiscardOutgoingHandler } from './features/discard-outgoing/discard-outgoing.handler';
import { DraftOutgoingController } from './features/draft-outgoing/draft-outgoing.controller';
import { DraftOutgoingHandler } from './features/draft-outgoing/draft-outgoing.handler';
import { EditOutgoingController } from './features/edit-outgoing/edit-outgoing.controller';
import { EditOutgoingHandler } from './features/edit-outgoing/edit-outgoing.handler';
import { FileDocumentController } from './features/file-document/file-document.controller';
import { FileDocumentHandler } from './features/file-document/file-document.handler';
import { FileOutgoingController } from './features/file-outgoing/file-outgoing.controller';
import { FileOutgoingHandler } from './features/file-outgoing/file-outgoing.handler';
import { FinishDocumentController } from './features/finish-document/finish-document.controller';
import { FinishDocumentHandler } from './features/finish-document/finish-document.handler';
import { DeliverDirective } from './features/give-directive/deliver-directive';
import { GiveDirectiveController } from './features/give-directive/give-directive.controller';
import { GiveDirectiveHandler } from './features/give-directive/give-directive.handler';
import { ListDirectiveFiguresController } from './features/list-directive-figures/list-directive-figures.controller';
import { ListDirectivesController } from './features/list-directives/list-directives.controller';
import { ListDocumentsController } from './features/list-documents/list-documents.controller';
import { ListMailController } from './features/list-mail/list-mail.controller';
import { ListOutgoingController } from './features/list-outgoing/list-outgoing.controller';
import { ListRegistersController } from './features/list-registers/list-registers.controller';
import { ListSealUsesController } from './features/list-seal-uses/list-seal-uses.controller';
import { ListTemplatesController } from './features/list-templates/list-templates.controller';
import { MarkDocumentReadController } from './features/mark-document-read/mark-document-read.controller';
import { MarkDocumentReadHandler } from './features/mark-document-read/mark-document-read.handler';
import { NumberOutgoingController } from './features/number-outgoing/number-outgoing.controller';
import { NumberOutgoingHandler } from './features/number-outgoing/number-outgoing.handler';
import { OpenPaperController } from './features/open-paper/open-paper.controller';
import { OpenRegisterController } from './features/open-register/open-register.controller';
import { OpenRegisterHandler } from './features/open-register/open-register.handler';
import { PrintOutgoingController } from './features/print-outgoing/print-outgoing.controller';
import { PrintOutgoingHandler } from './features/print-outgoing/print-outgoing.handler';
import { ProposeHandlingController } from './features/propose-handling/propose-handling.controller';
import { ProposeHandlingHandler } from './features/propose-handling/propose-handling.handler';
import { ReadDirectiveController } from './features/read-directive/read-directive.controller';
import { ReadDirectiveFiguresController } from './features/read-directive-figures/read-directive-figures.controller';
import { DocumentDetails } from './features/read-document/document-details';
import { ReadDocumentController } from './features/read-document/read-document.controller';
import { ReadLetterheadController } from './features/read-letterhead/read-letterhead.controller';
import { ReadMailController } from './features/read-mail/read-mail.controller';
import { OutgoingDetails } from './features/read-outgoing/outgoing-details';
import { ReadOutgoingController } from './features/read-outgoing/read-outgoing.controller';
import { ReadVisibilityController } from './features/read-visibility/read-visibility.controller';
import { ReaddressMailController } from './features/readdress-mail/readdress-mail.controller';
import { ReaddressMailHandler } from './features/readdress-mail/readdress-mail.handler';
import { RecordReceiptController } from './features/record-receipt/record-receipt.controller';
import { RecordReceiptHandler } from './features/record-receipt/record-receipt.handler';
import { RegisterDocumentController } from './features/register-document/register-document.controller';
import { RegisterDocumentHandler } from './features/register-document/register-document.handler';
import { RegisterIncoming } from './features/register-document/register-incoming';
import { ReleaseOutgoingController } from './features/release-outgoing/release-outgoing.controller';
import { ReleaseOutgoingHandler } from './features/release-outgoing/release-outgoing.handler';
import { RemindDocumentController } from './features/remind-document/remind-document.controller';
import { RemindDocumentHandler } from './features/remind-document/remind-document.handler';
import { ReturnOutgoingController } from './features/return-outgoing/return-outgoing.controller';
import { ReturnOutgoingHandler } from './features/return-outgoing/return-outgoing.handler';
import { ReviewOutgoingController } from './features/review-outgoing/review-outgoing.controller';
import { ReviewOutgoingHandler } from './features/review-outgoing/review-outgoing.handler';
import { ScanDocumentController } from './features/scan-document/scan-document.controller';
import { ScanDocumentHandler } from './features/scan-document/scan-document.handler';
import { SendDocumentBackController } from './features/send-document-back/send-document-back.controller';
import { SendDocumentBackHandler } from './features/send-document-back/send-document-back.handler';
import { SetLetterheadController } from './features/set-letterhead/set-letterhead.controller';
import { SetLetterheadHandler } from './features/set-letterhead/set-letterhead.handler';
import { SignForMailController } from './features/sign-for-mail/sign-for-mail.controller';
import { SignForMailHandler } from './features/sign-for-mail/sign-for-mail.handler';
import { SignOutgoingController } from './features/sign-outgoing/sign-outgoing.controller';
import { SignOutgoingHandler } from './features/sign-outgoing/sign-outgoing.handler';
import { SubmitOutgoingController } from './features/submit-outgoing/submit-outgoing.controller';
import { SubmitOutgoingHandler } from './features/submit-outgoing/submit-outgoing.handler';
import { SuperviseDocumentController } from './features/supervise-document/supervise-document.controller';
import { SuperviseDocumentHandler } from './features/supervise-document/supervise-document.handler';
import { TakeBackActController } from './features/take-back-act/take-back-act.controller';
import { TakeBackActHandler } from './features/take-back-act/take-back-act.handler';
import { TakeBackOutgoingController } from './features/take-back-outgoing/take-back-outgoing.controller';
import { TakeBackOutgoingHandler } from './features/take-back-outgoing/take-back-outgoing.handler';
import { UseSealController } from './features/use-seal/use-seal.controller';
import { UseSealHandler } from './features/use-seal/use-seal.handler';
import { VoidDocumentController } from './features/void-document/void-document.controller';
import { VoidDocumentHandler } from './features/void-document/void-document.handler';
import { VoidOutgoingController } from './features/void-outgoing/void-outgoing.controller';
import { VoidOutgoingHandler } from './features/void-outgoing/void-outgoing.handler';
import { WithdrawDirectiveController } from './features/withdraw-directive/withdraw-directive.controller';
import { WithdrawDirectiveHandler } from './features/withdraw-directive/withdraw-directive.handler';
import { Circulations } from './persistence/circulations';
import { DirectiveClocks } from './persistence/directive-clocks';
import { Directives } from './persistence/directives';
import { DocumentClocks } from './persistence/document-clocks';
import { IncomingDocuments } from './persistence/incoming-documents';
import { Letterheads } from './persistence/letterheads';
import { MailClocks } from './persistence/mail-clocks';
import { MailItems } from './persistence/mail-items';
import { Originals } from './persistence/originals';
import { OutgoingApprovals } from './persistence/outgoing-approvals';
import { OutgoingClocks } from './persistence/outgoing-clocks';
import { OutgoingCopies } from './persistence/outgoing-copies';
import { OutgoingDocuments } from './persistence/outgoing-documents';
import { OutgoingTexts } from './persistence/outgoing-texts';
import { ReadDirectives } from './persistence/read-directives';
import { ReadDocuments } from './persistence/read-documents';
import { ReadMail } from './persistence/read-mail';
import { ReadOutgoing } from './persistence/read-outgoing';
import { ReadRegisters } from './persistence/read-registers';
import { Registers } from './persistence/registers';
import { documentsSchema } from './persistence/schema';
import { Seals } from './persistence/seals';
import { printJobControllers, printJobProviders } from './print-job-features';

/** Mail, incoming and outgoing documents, from the register to the file, directives and print jobs (W1.1, W1.2, W3.1, R2.1, R2.2): what all-in-one mounts. */
@Module({
  controllers: [
    RegisterDocumentController,
    ListDocumentsController,
    ScanDocumentController,
    ReadDocumentController,
    CheckDocumentController,
    SendDocumentBackController,
    ProposeHandlingController,
    DecideDocumentController,
    AssignDocumentController,
    RemindDocumentController,
    SuperviseDocumentController,
    FinishDocumentController,
    CirculateDocumentController,
    ChangeReadersController,
    MarkDocumentReadController,
    AnswerDocumentController,
    FileDocumentController,
    VoidDocumentController,
    TakeBackActController,
    DraftOutgoingController,
    ListOutgoingController,
    ReadOutgoingController,
    CompareVersionsController,
    OpenPaperController,
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
    ListSealUsesController,
    ReadVisibilityController,
    OpenRegisterController,
    ListRegistersController,
    SignForMailController,
    ListMailController,
    ReadMailController,
    CollectMailController,
    ReaddressMailController,
    ConvertMailController,
    GiveDirectiveController,
    ListDirectivesController,
    ReadDirectiveController,
    AcknowledgeDirectiveController,
    WithdrawDirectiveController,
    CorrectDirectiveController,
    ListDirectiveFiguresController,
    ReadDirectiveFiguresController,
    ...printJobControllers,
    officeCopies('documents'),
    leaverCopies('documents'),
  ],
  providers: [
    RegisterDocumentHandler,
    ScanDocumentHandler,
    CheckDocumentHandler,
    SendDocumentBackHandler,
    ProposeHandlingHandler,
    DecideDocumentHandler,
    AssignDocumentHandler,
    RemindDocumentHandler,
    SuperviseDocumentHandler,
    FinishDocumentHandler,
    CirculateDocumentHandler,
    ChangeReadersHandler,
    MarkDocumentReadHandler,
    AnswerDocumentHandler,
    FileDocumentHandler,
    VoidDocumentHandler,
    TakeBackActHandler,
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
    OpenRegisterHandler,
    SignForMailHandler,
    CollectMailHandler,
    ReaddressMailHandler,
    ConvertMailHandler,
    GiveDirectiveHandler,
    DeliverDirective,
    AcknowledgeDirectiveHandler,
    WithdrawDirectiveHandler,
    CorrectDirectiveHandler,
    ...printJobProviders,
    RegisterIncoming,
    DocumentDetails,
    OutgoingDetails,
    Deadlines,
    OfficeRules,
    ReadPromises,
    Circulations,
    DirectiveClocks,
    Directives,
    DocumentClocks,
    IncomingDocuments,
    MailClocks,
    MailItems,
    Originals,
    OutgoingApprovals,
    OutgoingClocks,
    OutgoingCopies,
    OutgoingDocuments,
    OutgoingTexts,
    ReadDirectives,
    ReadDocuments,
    ReadMail,
    ReadOutgoing,
    ReadRegisters,
    Registers,
    Seals,
    Letterheads,
  ],
})
export class DocumentsModule {}

export const documents: ServiceDefinition = {
  name: 'documents',
  schema: documentsSchema,
  module: DocumentsModule,
  stateMachines: [incomingMachine, mailMachine, outgoingMachine, directiveMachine, printJobMachine],
};
