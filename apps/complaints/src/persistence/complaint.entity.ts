import type { ComplaintChannel, ComplaintDecision, ComplaintKind, MajorReason } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BranchFields } from '../domain/branch';
import type { ComplaintState } from '../domain/complaint-states';

/**
 * A complaint as it stands. What happened to it is in the ledger; who complained is in `complainant`, the words of
 * everybody are here alone: no event carries them.
 */
@Entity({ name: 'complaint' })
export class Complaint implements BranchFields {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('int')
  round!: number;

  @Column('int')
  level!: number;

  @Column('text')
  state!: ComplaintState;

  @Column('text')
  kind!: ComplaintKind;

  @Column('text')
  channel!: ComplaintChannel;

  @Column('text')
  words!: string;

  @Column('boolean', { name: 'injury_or_safety' })
  injuryOrSafety!: boolean;

  @Column('text', { name: 'major_because', array: true })
  majorBecause!: MajorReason[];

  @Column('text', { name: 'major_reason', nullable: true })
  majorReason!: string | null;

  @Column('uuid', { name: 'about_person_ids', array: true })
  aboutPersonIds!: string[];

  @Column('uuid', { name: 'about_crew_ids', array: true })
  aboutCrewIds!: string[];

  @Column('boolean', { name: 'about_director' })
  aboutDirector!: boolean;

  /** The public place it is about, where one was told. */
  @Column('uuid', { name: 'place_id', nullable: true })
  placeId!: string | null;

  @Column('text', { name: 'hotline_number', nullable: true })
  hotlineNumber!: string | null;

  @Column('timestamptz', { name: 'hotline_deadline', nullable: true })
  hotlineDeadline!: Date | null;

  /** By when it is to be solved, as its clock says; null where the office promises no time. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('uuid', { name: 'handler_id', nullable: true })
  handlerId!: string | null;

  /** Why somebody has it again who had it before a dispute: nobody else was left. */
  @Column('text', { name: 'handler_reason', nullable: true })
  handlerReason!: string | null;

  /** Everybody who ever handled it: a dispute goes to somebody new, and none of them follows it up. */
  @Column('uuid', { name: 'handler_ids', array: true })
  handlerIds!: string[];

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('uuid', { name: 'evidence_ids', array: true })
  evidenceIds!: string[];

  /** How a complainant without an account was told that it is dealt with. */
  @Column('text', { name: 'acknowledged_how', nullable: true })
  acknowledgedHow!: string | null;

  @Column('text', { nullable: true })
  findings!: string | null;

  @Column('text', { nullable: true })
  decision!: ComplaintDecision | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  apology!: string | null;

  @Column('timestamptz', { name: 'promised_at', nullable: true })
  promisedAt!: Date | null;

  @Column('text', { nullable: true })
  explanation!: string | null;

  @Column('text', { name: 'help_given', nullable: true })
  helpGiven!: string | null;

  @Column('boolean')
  unlawful!: boolean;

  @Column('text', { name: 'unlawful_stopped', nullable: true })
  unlawfulStopped!: string | null;

  @Column('text', { name: 'unlawful_record', nullable: true })
  unlawfulRecord!: string | null;

  @Column('text', { nullable: true })
  authority!: string | null;

  @Column('text', { name: 'authority_reference', nullable: true })
  authorityReference!: string | null;

  @Column('timestamptz', { name: 'reported_at', nullable: true })
  reportedAt!: Date | null;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('text', { name: 'feedback_how', nullable: true })
  feedbackHow!: string | null;

  @Column('text', { name: 'feedback_words', nullable: true })
  feedbackWords!: string | null;

  @Column('timestamptz', { name: 'feedback_at', nullable: true })
  feedbackAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: 'accepted' | 'no-answer' | 'dissent' | null;

  @Column('text', { name: 'answer_words', nullable: true })
  answerWords!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { name: 'extension_until', nullable: true })
  extensionUntil!: Date | null;

  @Column('text', { name: 'extension_reason', nullable: true })
  extensionReason!: string | null;

  @Column('uuid', { name: 'extension_asked_by', nullable: true })
  extensionAskedBy!: string | null;

  @Column('uuid', { name: 'extension_approved_by', nullable: true })
  extensionApprovedBy!: string | null;

  @Column('timestamptz', { name: 'extension_told_at', nullable: true })
  extensionToldAt!: Date | null;

  @Column('text', { name: 'extension_told_how', nullable: true })
  extensionToldHow!: string | null;

  /** Of those without an account, whom it was told by then; the others are told by tasks. Null: nobody kept it. */
  @Column('uuid', { name: 'extension_told_ids', array: true, nullable: true })
  extensionToldIds!: string[] | null;

  /** Another complaint of the same matter goes on for it. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('text', { name: 'merged_into_number', nullable: true })
  mergedIntoNumber!: string | null;

  @Column('text', { name: 'merge_reason', nullable: true })
  mergeReason!: string | null;

  /** Somebody said in words whom it is about, and nobody has settled who that is. */
  @Column('boolean', { name: 'about_open' })
  aboutOpen!: boolean;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  /** When the last act on it happened: the next one is not earlier (G2). */
  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
