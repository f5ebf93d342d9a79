import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuggestionState } from '../domain/suggestion-states';

/** A suggestion as it stands; who made it and in which words stays here. */
@Entity({ name: 'suggestion' })
export class Suggestion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: SuggestionState;

  @Column('text')
  words!: string;

  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('text', { name: 'contact_cipher', nullable: true })
  contactCipher!: string | null;

  /** The public place it is about, where one was told. */
  @Column('uuid', { name: 'place_id', nullable: true })
  placeId!: string | null;

  /** The contact of reception it was made of, which knows who made it. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: string | null;

  /** Who of that contact nobody knows. */
  @Column('boolean', { name: 'caller_unknown' })
  callerUnknown!: boolean;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('text', { nullable: true })
  opinion!: string | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('boolean', { nullable: true })
  adopted!: boolean | null;

  @Column('text', { nullable: true })
  plan!: string | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;

  @Column('text', { name: 'answer_how', nullable: true })
  answerHow!: string | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  /** How whoever made it was told what came of it, where no account tells them. */
  @Column('text', { name: 'outcome_how', nullable: true })
  outcomeHow!: string | null;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
