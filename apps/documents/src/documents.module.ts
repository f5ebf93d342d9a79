import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { Deadlines, leaverCopies, officeCopies, OfficeRules, ReadPromises, superiorCopies } from '@property-office/deadlines';
import { directiveMachine } from './domain/directive-states';
import { incomingMachine } from './domain/incoming-states';
import { mailMachine } from './domain/mail-states';
import { outgoingMachine } from './domain/outgoing-states';
import { printJobMachine } from './domain/print-job-states';
import { AcknowledgeDirectiveController } from './features/acknowledge-directive/acknowledge-directive.controller';
import { AcknowledgeDirectiveHandler } from './features/acknowledge-directive/acknowledge-directive.handler';
import { AnswerDocumentController } from './features/answer-document/answer-document.controller';
import { AnswerDocumentHandler } from './features/answer-document/answer-document.handler';
import { AssignDocumentController } from './features/assign-document/assign-document.controller';
import { AssignDocumentHandler } from './features/assign-document/assign-document.handler';
import { ChangeReadersController } from './features/change-readers/change-readers.controller';
import { ChangeReadersHandler } from './features/change-readers/change-readers.handler';
import { CheckDocumentController } from './features/check-document/check-document.controller';
import { CheckDocumentHandler } from './features/check-document/check-document.handler';
import { CirculateDocumentController } from './features/circulate-document/circulate-document.controller';
import { CirculateDocumentHandler } from './features/circulate-document/circulate-document.handler';
import { CollectMailController } from './features/collect-mail/collect-mail.controller';
import { CollectMailHandler } from './features/collect-mail/collect-mail.handler';
import { CorrectDocumentController } from './features/correct-document/correct-document.controller';
import { CorrectDocumentHandler } from './features/correct-document/correct-document.handler';
import { ConvertMailController } from './features/convert-mail/convert-mail.controller';
import { ConvertMailHandler } from './features/convert-mail/convert-mail.handler';
import { CorrectDirectiveController } from './features/correct-directive/correct-directive.controller';
import { CorrectDirectiveHandler } from './features/correct-directive/correct-directive.handler';
import { DecideDocumentController } from './features/decide-document/decide-document.controller';
import { DecideDocumentHandler } from './features/decide-document/decide-document.handler';
import { FileDocumentController } from './features/file-document/file-document.controller';
import { FileDocumentHandler } from './features/file-document/file-document.handler';
import { FinishDocumentController } from './features/finish-document/finish-document.controller';
import { FinishDocumentHandler } from './features/finish-document/finish-document.handler';
import { DeliverDirective } from './features/give-directive/deliver-directive';
import { GiveDirectiveController } from './features/give-directive/give-directive.controller';
import { GiveDirectiveHandler } from './features/give-directive/give-directive.handler';
import { ListDirectiveFiguresController } from './features/list-directive-figures/list-directive-figures.controller';
import { ListDirectivesController } from './features/list-directives/list-directives.controller';
import { ListBelongingsController } from './features/list-belongings/list-belongings.controller';
import { ListDocumentsController } from './features/list-documents/list-documents.controller';
import { ListMailController } from './features/list-mail/list-mail.controller';
import { ListRegistersController } from './features/list-registers/list-registers.controller';
import { MarkDocumentReadController } from './features/mark-document-read/mark-document-read.controller';
import { MarkDocumentReadHandler } from './features/mark-document-read/mark-document-read.handler';
import { OpenRegisterController } from './features/open-register/open-register.controller';
import { OpenRegisterHandler } from './features/open-register/open-register.handler';
import { ProposeHandlingController } from './features/propose-handling/propose-handling.controller';
import { ProposeHandlingHandler } from './features/propose-handling/propose-handling.handler';
import { ReadDirectiveController } from './features/read-directive/read-directive.controller';
import { ReadDirectiveFiguresController } from './features/read-directive-figures/read-directive-figures.controller';
import { DocumentDetails } from './features/read-document/document-details';
import { PrintIncomingSlipController } from './features/print-incoming-slip/print-incoming-slip.controller';
import { ReadDocumentController } from './features/read-document/read-document.controller';
import { ReadMailController } from './features/read-mail/read-mail.controller';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadVisibilityController } from './features/read-visibility/read-visibility.controller';
import { ReaddressMailController } from './features/readdress-mail/readdress-mail.controller';
import { ReaddressMailHandler } from './features/readdress-mail/readdress-mail.handler';
import { RegisterDocumentController } from './features/register-document/register-document.controller';
import { RegisterDocumentHandler } from './features/register-document/register-document.handler';
import { RegisterIncoming } from './features/register-document/register-incoming';
import { RemindDocumentController } from './features/remind-document/remind-document.controller';
import { RemindDocumentHandler } from './features/remind-document/remind-document.handler';
import { ScanDocumentController } from './features/scan-document/scan-document.controller';
import { ScanDocumentHandler } from './features/scan-document/scan-document.handler';
import { SearchDocumentsController } from './features/search-documents/search-documents.controller';
import { SendDocumentBackController } from './features/send-document-back/send-document-back.controller';
import { SendDocumentBackHandler } from './features/send-document-back/send-document-back.handler';
import { SignForMailController } from './features/sign-for-mail/sign-for-mail.controller';
import { SignForMailHandler } from './features/sign-for-mail/sign-for-mail.handler';
import { SuperviseDocumentController } from './features/supervise-document/supervise-document.controller';
import { SuperviseDocumentHandler } from './features/supervise-document/supervise-document.handler';
import { TakeBackActController } from './features/take-back-act/take-back-act.controller';
import { TakeBackActHandler } from './features/take-back-act/take-back-act.handler';
import { VoidDocumentController } from './features/void-document/void-document.controller';
import { VoidDocumentHandler } from './features/void-document/void-document.handler';
import { WithdrawDirectiveController } from './features/withdraw-directive/withdraw-directive.controller';
import { WithdrawDirectiveHandler } from './features/withdraw-directive/withdraw-directive.handler';
import { Circulations } from './persistence/circulations';
import { EarlierTexts } from './persistence/earlier-texts';
import { DirectiveClocks } from './persistence/directive-clocks';
import { Directives } from './persistence/directives';
import { DocumentClocks } from './persistence/document-clocks';
import { IncomingDocuments } from './persistence/incoming-documents';
import { MailClocks } from './persistence/mail-clocks';
import { MailItems } from './persistence/mail-items';
import { Originals } from './persistence/originals';
import { ReadDirectives } from './persistence/read-directives';
import { ReadBelongings } from './persistence/read-belongings';
import { ReadDocuments } from './persistence/read-documents';
import { ReadMail } from './persistence/read-mail';
import { ReadRegisters } from './persistence/read-registers';
import { Registers } from './persistence/registers';
import { SearchDocuments } from './persistence/search-documents';
import { documentsSchema } from './persistence/schema';
import { outgoingControllers, outgoingProviders } from './outgoing-features';
import { keepingControllers, keepingProviders } from './keeping-features';
import { DocumentAttachmentReader } from './reading/document-attachment-reader';
import { printJobControllers, printJobProviders } from './print-job-features';

/** Mail, incoming and outgoing documents, from the register to the file, directives and print jobs (W1.1, W1.2, W3.1, R2.1, R2.2): what all-in-one mounts. */
@Module({
  controllers: [
    RegisterDocumentController,
    ListBelongingsController,
    ListDocumentsController,
    ScanDocumentController,
    PrintIncomingSlipController,
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
    CorrectDocumentController,
    TakeBackActController,
    ReadRecordEventsController,
    ReadRecordMattersController,
    ReadVisibilityController,
    SearchDocumentsController,
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
    ...outgoingControllers,
    ...printJobControllers,
    ...keepingControllers,
    officeCopies('documents'),
    leaverCopies('documents'),
    superiorCopies('documents'),
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
    CorrectDocumentHandler,
    TakeBackActHandler,
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
    ...outgoingProviders,
    ...printJobProviders,
    ...keepingProviders,
    RegisterIncoming,
    DocumentDetails,
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
    ReadDirectives,
    ReadBelongings,
    ReadDocuments,
    ReadMail,
    ReadRegisters,
    Registers,
    SearchDocuments,
    DocumentAttachmentReader,
    EarlierTexts,
  ],
})
export class DocumentsModule {}

export const documents: ServiceDefinition = {
  name: 'documents',
  schema: documentsSchema,
  module: DocumentsModule,
  stateMachines: [incomingMachine, mailMachine, outgoingMachine, directiveMachine, printJobMachine],
};
