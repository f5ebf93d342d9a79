import type { Confidentiality, DocumentUrgency } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IncomingState } from '../domain/incoming-states';

/** A document that came in (收文), from the register to the file. */
@Entity({ name: 'incoming_document' })
export class IncomingDocument {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: IncomingState;

  @Column('uuid', { name: 'register_id' })
  registerId!: string;

  @Column('uuid', { name: 'mail_id', nullable: true })
  mailId!: string | null;

  @Column('text')
  title!: string;

  @Column('text')
  sender!: string;

  /** The sender's own number. */
  @Column('text', { name: 'their_number', nullable: true })
  theirNumber!: string | null;

  /** The day of the document itself. */
  @Column('timestamptz', { name: 'document_date', nullable: true })
  documentDate!: Date | null;

  @Column('int')
  copies!: number;

  /** As whoever registered it says; what is counted of its files stands with these. */
  @Column('int', { nullable: true })
  pages!: number | null;

  @Column('text')
  urgency!: DocumentUrgency;

  @Column('text')
  confidentiality!: Confidentiality;

  /** There is an original of paper. */
  @Column('boolean')
  paper!: boolean;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('uuid', { name: 'registered_by' })
  registeredBy!: string;

  @Column('text', { name: 'sent_back_reason', nullable: true })
  sentBackReason!: string | null;

  @Column('text', { nullable: true })
  proposal!: string | null;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  /** For whom a deputy proposed: for the separation of persons they are both (G1). */
  @Column('uuid', { name: 'proposed_for', nullable: true })
  proposedFor!: string | null;

  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('uuid', { name: 'acting_person_id', nullable: true })
  actingPersonId!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('boolean', { name: 'answer_needed' })
  answerNeeded!: boolean;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('timestamptz', { name: 'acted_at', nullable: true })
  actedAt!: Date | null;

  @Column('uuid', { name: 'supervised_by', nullable: true })
  supervisedBy!: string | null;

  @Column('int')
  reminders!: number;

  /** The last circulation; 0 before there was one. */
  @Column('int')
  circulation!: number;

  @Column('boolean')
  ordered!: boolean;

  /** Turns of reading that began: each has a clock. */
  @Column('int')
  turns!: number;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { name: 'answered_how', nullable: true })
  answeredHow!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { name: 'filed_at', nullable: true })
  filedAt!: Date | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: string | null;

  /** On the slip that goes with the paper. It opens nothing: whoever scans it has signed in. */
  @Column('text', { name: 'slip_token' })
  slipToken!: string;

  @Column('int')
  scans!: number;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
