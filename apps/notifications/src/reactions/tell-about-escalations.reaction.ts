import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventData } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { mayHear } from '../persistence/complaint-audience';
import { keepShownOnTime } from '../persistence/escalations';
import { tellOfLevel } from '../persistence/tell-of-level';

type RepairLevel = EventOf<'tickets.repair-escalated.v1' | 'tickets.repair-shown-on-time.v1'>;
type FollowUpLevel = EventOf<'followups.follow-up-escalated.v1' | 'followups.follow-up-shown-on-time.v1'>;

type ComplaintLevel = EventOf<'complaints.complaint-escalated.v1' | 'complaints.complaint-shown-on-time.v1'>;
type SuggestionLevel = EventOf<'complaints.suggestion-escalated.v1' | 'complaints.suggestion-shown-on-time.v1'>;
type MeasureLevel = EventOf<'complaints.cause-measure-escalated.v1' | 'complaints.cause-measure-shown-on-time.v1'>;
type ComplaintFollowUpLevel = EventOf<'followups.complaint-follow-up-escalated.v1' | 'followups.complaint-follow-up-shown-on-time.v1'>;
type ContactLevel = EventOf<'reception.contact-escalated.v1' | 'reception.contact-shown-on-time.v1'>;
type PhoneNoteLevel = EventOf<'reception.phone-note-escalated.v1' | 'reception.phone-note-shown-on-time.v1'>;
type HomeClaimLevel = EventOf<'reception.home-claim-escalated.v1' | 'reception.home-claim-shown-on-time.v1'>;

type DocumentLevel = EventOf<'documents.incoming-escalated.v1' | 'documents.incoming-shown-on-time.v1'>;
type OutgoingLevel = EventOf<'documents.outgoing-escalated.v1' | 'documents.outgoing-shown-on-time.v1'>;
type DirectiveLevel = EventOf<'documents.directive-escalated.v1' | 'documents.directive-shown-on-time.v1'>;
type PrintJobLevel = EventOf<'documents.print-job-escalated.v1' | 'documents.print-job-shown-on-time.v1'>;
type LoanLevel = EventOf<'archives.loan-escalated.v1' | 'archives.loan-shown-on-time.v1'>;
type StocktakeLevel = EventOf<'archives.stocktake-escalated.v1' | 'archives.stocktake-shown-on-time.v1'>;
type MonthLevel = EventOf<'archives.month-escalated.v1' | 'archives.month-shown-on-time.v1'>;
type MailLevel = EventOf<'documents.mail-escalated.v1' | 'documents.mail-shown-on-time.v1'>;

/** Tells a level of escalation to whom it was escalated (G5). */
@Controller()
export class TellAboutEscalationsReaction {
  @Reaction({
    durable: 'notifications__repair_levels_v1',
    events: ['tickets.repair-escalated.v1', 'tickets.repair-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onRepair(@Payload() event: RepairLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'tickets.repair-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'repair-request', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__follow_up_levels_v1',
    events: ['followups.follow-up-escalated.v1', 'followups.follow-up-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onFollowUp(@Payload() event: FollowUpLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data } = event;
    if (type === 'followups.follow-up-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'repair-request', id: data.repairRequestId, number: data.repairNumber }, data);
  }

  @Reaction({
    durable: 'notifications__contact_levels_v1',
    events: ['reception.contact-escalated.v1', 'reception.contact-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onContact(@Payload() event: ContactLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'reception.contact-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'contact', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__phone_note_levels_v1',
    events: ['reception.phone-note-escalated.v1', 'reception.phone-note-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onPhoneNote(@Payload() event: PhoneNoteLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'reception.phone-note-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'phone-note', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__home_claim_levels_v1',
    events: ['reception.home-claim-escalated.v1', 'reception.home-claim-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onHomeClaim(@Payload() event: HomeClaimLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data } = event;
    if (type === 'reception.home-claim-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'home-claim', id: data.claimId, number: null }, data);
  }

  /** Of a confidential document only who may know of it was told: documents has seen to that. */
  @Reaction({
    durable: 'notifications__document_levels_v1',
    events: ['documents.incoming-escalated.v1', 'documents.incoming-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onDocument(@Payload() event: DocumentLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'documents.incoming-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'incoming-document', id: subject, number: data.number }, data);
  }

  /** As `onDocument`. */
  @Reaction({
    durable: 'notifications__outgoing_levels_v1',
    events: ['documents.outgoing-escalated.v1', 'documents.outgoing-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onOutgoing(@Payload() event: OutgoingLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'documents.outgoing-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'outgoing-document', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__mail_levels_v1',
    events: ['documents.mail-escalated.v1', 'documents.mail-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onMail(@Payload() event: MailLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'documents.mail-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'mail-item', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__directive_levels_v1',
    events: ['documents.directive-escalated.v1', 'documents.directive-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onDirective(@Payload() event: DirectiveLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'documents.directive-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'directive', id: subject, number: data.number }, data);
  }

  /** As `onDocument`. */
  @Reaction({
    durable: 'notifications__print_job_levels_v1',
    events: ['documents.print-job-escalated.v1', 'documents.print-job-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onPrintJob(@Payload() event: PrintJobLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'documents.print-job-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'print-job', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__loan_levels_v1',
    events: ['archives.loan-escalated.v1', 'archives.loan-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onLoan(@Payload() event: LoanLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'archives.loan-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'loan', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__stocktake_levels_v1',
    events: ['archives.stocktake-escalated.v1', 'archives.stocktake-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onStocktake(@Payload() event: StocktakeLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'archives.stocktake-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'stocktake', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__month_levels_v1',
    events: ['archives.month-escalated.v1', 'archives.month-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onMonth(@Payload() event: MonthLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'archives.month-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'archive-month', id: subject, number: data.number }, data);
  }

  /** Nobody from whom the complaint is hidden hears of it, not even that it is late (W2.3). */
  @Reaction({
    durable: 'notifications__complaint_levels_v1',
    events: ['complaints.complaint-escalated.v1', 'complaints.complaint-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onComplaint(@Payload() event: ComplaintLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'complaints.complaint-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'complaint', id: subject, number: data.number }, { ...data, told: await heardBy(tx, subject, data.told) });
  }

  @Reaction({
    durable: 'notifications__suggestion_levels_v1',
    events: ['complaints.suggestion-escalated.v1', 'complaints.suggestion-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onSuggestion(@Payload() event: SuggestionLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'complaints.suggestion-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'suggestion', id: subject, number: data.number }, data);
  }

  @Reaction({
    durable: 'notifications__measure_levels_v1',
    events: ['complaints.cause-measure-escalated.v1', 'complaints.cause-measure-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onMeasure(@Payload() event: MeasureLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data, subject } = event;
    if (type === 'complaints.cause-measure-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    await tellOfLevel(tx, event, { type: 'cause-measure', id: subject, number: data.number }, data);
  }

  /** As `onComplaint`. */
  @Reaction({
    durable: 'notifications__complaint_follow_up_levels_v1',
    events: ['followups.complaint-follow-up-escalated.v1', 'followups.complaint-follow-up-shown-on-time.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onComplaintFollowUp(@Payload() event: ComplaintFollowUpLevel, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { type, data } = event;
    if (type === 'followups.complaint-follow-up-shown-on-time.v1') return keepShownOnTime(tx, data.deadlineId, data.level);
    const told = await heardBy(tx, data.complaintId, data.told);
    await tellOfLevel(tx, event, { type: 'complaint', id: data.complaintId, number: data.complaintNumber }, { ...data, told });
  }
}

type Told = EventData<'complaints.complaint-escalated.v1'>['told'];

async function heardBy(tx: Transaction, complaintId: string, told: Told): Promise<Told> {
  const may = new Set(await mayHear(tx, complaintId, told.map(({ personId }) => personId)));
  return told.filter(({ personId }) => may.has(personId));
}
