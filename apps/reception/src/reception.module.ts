import { Module } from '@nestjs/common';
import { personNotices, type ServiceDefinition } from '@property-office/backbone';
import { Deadlines, leaverCopies, officeCopies, OfficeRules, ReadPromises, superiorCopies } from '@property-office/deadlines';
import { homeCareCopies, HomeCares } from '@property-office/home-care';
import { caseLinks } from '@property-office/receipts';
import { contactMachine } from './domain/contact-states';
import { phoneNoteMachine } from './domain/phone-note-states';
import { visitorMachine } from './domain/visitor-states';
import { AcceptContactController } from './features/accept-contact/accept-contact.controller';
import { AcceptContactHandler } from './features/accept-contact/accept-contact.handler';
import { AcknowledgePhoneNoteController } from './features/acknowledge-phone-note/acknowledge-phone-note.controller';
import { AcknowledgePhoneNoteHandler } from './features/acknowledge-phone-note/acknowledge-phone-note.handler';
import { AdmitVisitorController } from './features/admit-visitor/admit-visitor.controller';
import { AdmitVisitorHandler } from './features/admit-visitor/admit-visitor.handler';
import { AnnounceVisitorController } from './features/announce-visitor/announce-visitor.controller';
import { AnnounceVisitorHandler } from './features/announce-visitor/announce-visitor.handler';
import { AnswerContactController } from './features/answer-contact/answer-contact.controller';
import { AnswerContactHandler } from './features/answer-contact/answer-contact.handler';
import { CallLeadController } from './features/call-lead/call-lead.controller';
import { CallLeadHandler } from './features/call-lead/call-lead.handler';
import { CancelVisitorController } from './features/cancel-visitor/cancel-visitor.controller';
import { CancelVisitorHandler } from './features/cancel-visitor/cancel-visitor.handler';
import { ConfirmVisitorController } from './features/confirm-visitor/confirm-visitor.controller';
import { ConfirmVisitorHandler } from './features/confirm-visitor/confirm-visitor.handler';
import { ContactViews } from './features/contact-views';
import { ConvertContactController } from './features/convert-contact/convert-contact.controller';
import { ConvertContactHandler } from './features/convert-contact/convert-contact.handler';
import { PrepareConversion } from './features/convert-contact/prepare-conversion';
import { DeclineVisitorController } from './features/decline-visitor/decline-visitor.controller';
import { DeclineVisitorHandler } from './features/decline-visitor/decline-visitor.handler';
import { EndVisitWindowHandler } from './features/end-visit-window/end-visit-window.handler';
import { ForgetContactHandler } from './features/forget-contact/forget-contact.handler';
import { ForgetPhoneNoteHandler } from './features/forget-phone-note/forget-phone-note.handler';
import { ForgetVisitorHandler } from './features/forget-visitor/forget-visitor.handler';
import { GuideContactController } from './features/guide-contact/guide-contact.controller';
import { GuideContactHandler } from './features/guide-contact/guide-contact.handler';
import { ImproveStandardAnswerController } from './features/improve-standard-answer/improve-standard-answer.controller';
import { ImproveStandardAnswerHandler } from './features/improve-standard-answer/improve-standard-answer.handler';
import { IssuePassController } from './features/issue-pass/issue-pass.controller';
import { IssuePassHandler } from './features/issue-pass/issue-pass.handler';
import { LeavePhoneNoteController } from './features/leave-phone-note/leave-phone-note.controller';
import { LeavePhoneNoteHandler } from './features/leave-phone-note/leave-phone-note.handler';
import { ListContactsController } from './features/list-contacts/list-contacts.controller';
import { ListBelongingsController } from './features/list-belongings/list-belongings.controller';
import { ListEnquiriesController } from './features/list-enquiries/list-enquiries.controller';
import { ListPhoneNotesController } from './features/list-phone-notes/list-phone-notes.controller';
import { ListStandardAnswersController } from './features/list-standard-answers/list-standard-answers.controller';
import { ListVisitorsController } from './features/list-visitors/list-visitors.controller';
import { OfferContactController } from './features/offer-contact/offer-contact.controller';
import { OfferContactHandler } from './features/offer-contact/offer-contact.handler';
import { OpenContactPageController } from './features/open-contact-page/open-contact-page.controller';
import { PhoneNoteViews } from './features/phone-note-views';
import { PrintContactReceiptController } from './features/print-contact-receipt/print-contact-receipt.controller';
import { ReadCallerController } from './features/read-caller/read-caller.controller';
import { ReadCallerHandler } from './features/read-caller/read-caller.handler';
import { ReadContactController } from './features/read-contact/read-contact.controller';
import { ReadEnquiryController } from './features/read-enquiry/read-enquiry.controller';
import { ReadPhoneNoteController } from './features/read-phone-note/read-phone-note.controller';
import { ReadStandardAnswerController } from './features/read-standard-answer/read-standard-answer.controller';
import { ReadVisitorController } from './features/read-visitor/read-visitor.controller';
import { ReaddressPhoneNoteController } from './features/readdress-phone-note/readdress-phone-note.controller';
import { ReaddressPhoneNoteHandler } from './features/readdress-phone-note/readdress-phone-note.handler';
import { RebuildNameKeysHandler } from './features/rebuild-name-keys/rebuild-name-keys.handler';
import { RecordContactController } from './features/record-contact/record-contact.controller';
import { RecordContactHandler } from './features/record-contact/record-contact.handler';
import { RetireStandardAnswerController } from './features/retire-standard-answer/retire-standard-answer.controller';
import { RetireStandardAnswerHandler } from './features/retire-standard-answer/retire-standard-answer.handler';
import { ReturnContactController } from './features/return-contact/return-contact.controller';
import { ReturnContactHandler } from './features/return-contact/return-contact.handler';
import { ReturnPhoneNoteController } from './features/return-phone-note/return-phone-note.controller';
import { ReturnPhoneNoteHandler } from './features/return-phone-note/return-phone-note.handler';
import { SayThisNowController } from './features/say-this-now/say-this-now.controller';
import { SeeVisitorOutController } from './features/see-visitor-out/see-visitor-out.controller';
import { SeeVisitorOutHandler } from './features/see-visitor-out/see-visitor-out.handler';
import { VisitorViews } from './features/visitor-views';
import { WriteEnquiryController } from './features/write-enquiry/write-enquiry.controller';
import { WriteEnquiryHandler } from './features/write-enquiry/write-enquiry.handler';
import { WriteStandardAnswerController } from './features/write-standard-answer/write-standard-answer.controller';
import { WriteStandardAnswerHandler } from './features/write-standard-answer/write-standard-answer.handler';
import { Callers, sealedCallers } from './persistence/callers';
import { ClaimClocks } from './persistence/claim-clocks';
import { ContactClocks } from './persistence/contact-clocks';
import { Contacts } from './persistence/contacts';
import { Guests, sealedGuests } from './persistence/guests';
import { HandOvers } from './persistence/hand-overs';
import { KnownPeople } from './persistence/known-people';
import { OpenHere } from './persistence/open-here';
import { OpenThings } from './persistence/open-things';
import { ReadBelongings } from './persistence/read-belongings';
import { PhoneNoteCallers, sealedPhoneNoteCallers } from './persistence/phone-note-callers';
import { PhoneNoteClocks } from './persistence/phone-note-clocks';
import { PhoneNotes } from './persistence/phone-notes';
import { Places } from './persistence/places';
import { ReadContacts } from './persistence/read-contacts';
import { ReadEnquiries } from './persistence/read-enquiries';
import { StandardAnswers } from './persistence/standard-answers';
import { Visitors } from './persistence/visitors';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowTiesReaction } from './reactions/follow-ties.reaction';
import { FollowHomeClaimsReaction } from './reactions/follow-home-claims.reaction';
import { NoteNumberReaction } from './reactions/note-number.reaction';
import { receptionSchema } from './persistence/schema';

/** The contact desk (W2.1, R2.3, R3.1): whoever turns to the office is somebody's until it is answered, guided or converted. */
@Module({
  controllers: [
    RecordContactController,
    ListContactsController,
    ReadCallerController,
    SayThisNowController,
    PrintContactReceiptController,
    OpenContactPageController,
    ReadContactController,
    OfferContactController,
    CallLeadController,
    AcceptContactController,
    ReturnContactController,
    AnswerContactController,
    GuideContactController,
    ConvertContactController,
    WriteEnquiryController,
    ListEnquiriesController,
    ListBelongingsController,
    ReadEnquiryController,
    WriteStandardAnswerController,
    ListStandardAnswersController,
    ReadStandardAnswerController,
    ImproveStandardAnswerController,
    RetireStandardAnswerController,
    LeavePhoneNoteController,
    ListPhoneNotesController,
    ReadPhoneNoteController,
    AcknowledgePhoneNoteController,
    ReturnPhoneNoteController,
    ReaddressPhoneNoteController,
    AnnounceVisitorController,
    ListVisitorsController,
    ReadVisitorController,
    ConfirmVisitorController,
    DeclineVisitorController,
    CancelVisitorController,
    IssuePassController,
    AdmitVisitorController,
    SeeVisitorOutController,
    CopyPlacesReaction,
    officeCopies('reception'),
    leaverCopies('reception'),
    superiorCopies('reception'),
    homeCareCopies('reception'),
    NoteNumberReaction,
    FollowTiesReaction,
    FollowHomeClaimsReaction,
  ],
  providers: [
    RecordContactHandler,
    ReadCallerHandler,
    OfferContactHandler,
    CallLeadHandler,
    AcceptContactHandler,
    ReturnContactHandler,
    AnswerContactHandler,
    GuideContactHandler,
    ConvertContactHandler,
    WriteEnquiryHandler,
    WriteStandardAnswerHandler,
    ImproveStandardAnswerHandler,
    RetireStandardAnswerHandler,
    LeavePhoneNoteHandler,
    AcknowledgePhoneNoteHandler,
    ReturnPhoneNoteHandler,
    ReaddressPhoneNoteHandler,
    AnnounceVisitorHandler,
    ConfirmVisitorHandler,
    DeclineVisitorHandler,
    CancelVisitorHandler,
    IssuePassHandler,
    AdmitVisitorHandler,
    SeeVisitorOutHandler,
    EndVisitWindowHandler,
    RebuildNameKeysHandler,
    ForgetContactHandler,
    ForgetPhoneNoteHandler,
    ForgetVisitorHandler,
    PrepareConversion,
    ...personNotices('enquirer_notice'),
    Deadlines,
    OfficeRules,
    ReadPromises,
    HomeCares,
    caseLinks('reception.contact.follow'),
    ContactViews,
    PhoneNoteViews,
    VisitorViews,
    Callers,
    ClaimClocks,
    ContactClocks,
    Contacts,
    Guests,
    HandOvers,
    KnownPeople,
    OpenHere,
    OpenThings,
    ReadBelongings,
    PhoneNoteCallers,
    PhoneNoteClocks,
    PhoneNotes,
    Places,
    ReadContacts,
    ReadEnquiries,
    StandardAnswers,
    Visitors,
  ],
})
export class ReceptionModule {}

export const reception: ServiceDefinition = {
  name: 'reception',
  schema: receptionSchema,
  module: ReceptionModule,
  sealed: [sealedCallers, sealedGuests, sealedPhoneNoteCallers],
  stateMachines: [contactMachine, phoneNoteMachine, visitorMachine],
};
