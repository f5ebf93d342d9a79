import type { FieldCipher, OperationKey } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { PersonNotices } from '@property-office/backbone';
import type { Principal, Role } from '@property-office/contracts';
import { Deadlines, OfficeRules, type RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { AcceptContactHandler } from '../features/accept-contact/accept-contact.handler';
import { AcknowledgePhoneNoteHandler } from '../features/acknowledge-phone-note/acknowledge-phone-note.handler';
import { AdmitVisitorHandler } from '../features/admit-visitor/admit-visitor.handler';
import { AnnounceVisitorHandler, type AnnouncedVisit } from '../features/announce-visitor/announce-visitor.handler';
import { AnswerContactHandler } from '../features/answer-contact/answer-contact.handler';
import { CallLeadHandler } from '../features/call-lead/call-lead.handler';
import { CancelVisitorHandler } from '../features/cancel-visitor/cancel-visitor.handler';
import { ConfirmVisitorHandler } from '../features/confirm-visitor/confirm-visitor.handler';
import type { ConvertContactDto } from '../features/convert-contact/convert-contact.dto';
import { ConvertContactHandler } from '../features/convert-contact/convert-contact.handler';
import type { PreparedConversion } from '../features/convert-contact/prepare-conversion';
import { DeclineVisitorHandler } from '../features/decline-visitor/decline-visitor.handler';
import { GuideContactHandler } from '../features/guide-contact/guide-contact.handler';
import type { LeavePhoneNoteDto } from '../features/leave-phone-note/leave-phone-note.dto';
import { LeavePhoneNoteHandler } from '../features/leave-phone-note/leave-phone-note.handler';
import { OfferContactHandler } from '../features/offer-contact/offer-contact.handler';
import { RecordContactHandler } from '../features/record-contact/record-contact.handler';
import { ImproveStandardAnswerHandler } from '../features/improve-standard-answer/improve-standard-answer.handler';
import { RetireStandardAnswerHandler } from '../features/retire-standard-answer/retire-standard-answer.handler';
import { ReturnContactHandler } from '../features/return-contact/return-contact.handler';
import { ReturnPhoneNoteHandler } from '../features/return-phone-note/return-phone-note.handler';
import { SeeVisitorOutHandler } from '../features/see-visitor-out/see-visitor-out.handler';
import { WriteEnquiryHandler } from '../features/write-enquiry/write-enquiry.handler';
import { WriteStandardAnswerHandler } from '../features/write-standard-answer/write-standard-answer.handler';
import { Callers } from '../persistence/callers';
import { ContactClocks } from '../persistence/contact-clocks';
import { Contacts } from '../persistence/contacts';
import { Guests } from '../persistence/guests';
import { HandOvers } from '../persistence/hand-overs';
import { PhoneNoteCallers } from '../persistence/phone-note-callers';
import { PhoneNoteClocks } from '../persistence/phone-note-clocks';
import { PhoneNotes } from '../persistence/phone-notes';
import { StandardAnswers } from '../persistence/standard-answers';
import { Visitors } from '../persistence/visitors';

const askedNobody = undefined as never;

/** The use cases of the desk, as the demonstration runs them: same rules, same ledger, whatever they ask elsewhere known. */
export class DeskSetup {
  private readonly record: RecordContactHandler;
  private readonly writing: WriteEnquiryHandler;
  private readonly note: LeavePhoneNoteHandler;
  private readonly announcing: AnnounceVisitorHandler;
  readonly answers: WriteStandardAnswerHandler;
  readonly improve: ImproveStandardAnswerHandler;
  readonly retire: RetireStandardAnswerHandler;
  readonly offer: OfferContactHandler;
  readonly callLead: CallLeadHandler;
  readonly accept: AcceptContactHandler;
  readonly giveBack: ReturnContactHandler;
  readonly answer: AnswerContactHandler;
  readonly guide: GuideContactHandler;
  private readonly converting: ConvertContactHandler;
  readonly acknowledge: AcknowledgePhoneNoteHandler;
  readonly returnNote: ReturnPhoneNoteHandler;
  readonly confirm: ConfirmVisitorHandler;
  readonly decline: DeclineVisitorHandler;
  readonly cancel: CancelVisitorHandler;
  readonly admit: AdmitVisitorHandler;
  readonly seeOut: SeeVisitorOutHandler;

  private constructor(
    private readonly tx: Transaction,
    private readonly rules: RuleBook,
    parts: { deadlines: Deadlines; cipher: FieldCipher },
  ) {
    const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
    const contacts = new Contacts(ledger);
    const clocks = new ContactClocks(parts.deadlines, contacts);
    clocks.onModuleInit();
    const handOvers = new HandOvers(contacts, clocks, new PersonNotices('enquirer_notice'));
    const notes = new PhoneNotes(ledger);
    const noteClocks = new PhoneNoteClocks(parts.deadlines, notes);
    noteClocks.onModuleInit();
    const visitors = new Visitors(ledger);
    const guests = new Guests(parts.cipher);
    const callers = new Callers(parts.cipher);
    this.record = new RecordContactHandler(askedNobody, askedNobody, callers, askedNobody, contacts, clocks);
    this.writing = new WriteEnquiryHandler(askedNobody, askedNobody, contacts, clocks, handOvers, new Audit());
    this.note = new LeavePhoneNoteHandler(new PhoneNoteCallers(parts.cipher), notes, noteClocks);
    this.announcing = new AnnounceVisitorHandler(askedNobody, guests, visitors);
    const answers = new StandardAnswers(ledger);
    this.answers = new WriteStandardAnswerHandler(answers);
    this.improve = new ImproveStandardAnswerHandler(answers);
    this.retire = new RetireStandardAnswerHandler(answers);
    this.offer = new OfferContactHandler(contacts, handOvers);
    this.callLead = new CallLeadHandler(contacts, handOvers, clocks);
    this.accept = new AcceptContactHandler(contacts, handOvers);
    this.giveBack = new ReturnContactHandler(contacts, handOvers);
    this.answer = new AnswerContactHandler(contacts, handOvers);
    this.guide = new GuideContactHandler(contacts, handOvers);
    this.converting = new ConvertContactHandler(contacts, askedNobody, askedNobody, handOvers, this.announcing, callers, new Audit());
    this.acknowledge = new AcknowledgePhoneNoteHandler(notes, noteClocks);
    this.returnNote = new ReturnPhoneNoteHandler(notes, noteClocks);
    this.confirm = new ConfirmVisitorHandler(visitors);
    this.decline = new DeclineVisitorHandler(visitors);
    this.cancel = new CancelVisitorHandler(visitors);
    this.admit = new AdmitVisitorHandler(visitors, guests);
    this.seeOut = new SeeVisitorOutHandler(visitors);
  }

  static async in(tx: Transaction, database: Database, cipher: FieldCipher): Promise<DeskSetup> {
    const deadlines = new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined }));
    return new DeskSetup(tx, await deadlines.book(tx), { deadlines, cipher });
  }

  /** @returns the id of the contact */
  async contact(command: CommandContext, siteId: string, ownWords: string, of: { personId?: string; homeId?: string; name?: string; phone?: string }): Promise<string> {
    const { personId = null, homeId = null, ...caller } = of;
    const prepared = { id: newId(), personId, homeId, homeTold: homeId !== null, rules: this.rules };
    return (await this.record.execute(this.tx, command, { siteId, channel: 'call', ownWords, caller, readBack: true }, prepared)).id;
  }

  /** What a resident writes in the portal. @returns the id of the contact */
  async enquiry(command: CommandContext, siteId: string, homeId: string, words: string): Promise<string> {
    return (await this.writing.execute(this.tx, command, { words }, { id: newId(), siteId, homeId, rules: this.rules })).id;
  }

  /** Of somebody who is not registered, unless it is a repair: whose complaint it is would be told beside it, to complaints. */
  async convert(command: CommandContext, id: string, input: ConvertContactDto, prepared: PreparedConversion = { location: null }): Promise<void> {
    await this.converting.execute(this.tx, command, id, input, prepared);
  }

  async phoneNote(command: CommandContext, siteId: string, toPersonId: string, said: Omit<LeavePhoneNoteDto, 'siteId' | 'toPersonId'>): Promise<string> {
    return (await this.note.execute(this.tx, command, { siteId, toPersonId, ...said }, this.rules)).id;
  }

  async visitor(command: CommandContext, visit: AnnouncedVisit): Promise<string> {
    return (await this.announcing.execute(this.tx, command, visit, { id: newId() })).id;
  }
}

/** Somebody of the demonstration who does something. */
export function commandOf(operation: OperationKey, personId: string, role: Role, siteId: string, homes: string[] = []): CommandContext {
  const principal: Principal = { personId, accountId: personId, sessionId: personId, name: '示范', roles: [{ role, siteId }], crews: [], homes };
  return { operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' };
}
