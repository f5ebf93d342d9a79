import type { Confidentiality, DocumentUrgency, OutgoingKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Attendance } from '../domain/attendance';
import type { OutgoingState } from '../domain/outgoing-states';

/** A document that goes out (发文), from the draft to the file. What it says stands in its versions. */
@Entity({ name: 'outgoing_document' })
export class OutgoingDocument {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'draft_number' })
  draftNumber!: string;

  /** As it stands in its register; null until then. */
  @Column('text', { nullable: true })
  number!: string | null;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: OutgoingState;

  @Column('text')
  kind!: OutgoingKind;

  /** Of the last version. */
  @Column('text')
  title!: string;

  /** 主送. */
  @Column('text', { array: true })
  recipients!: string[];

  /** 抄送. */
  @Column('text', { name: 'copies_to', array: true })
  copiesTo!: string[];

  /** Of minutes alone. */
  @Column('jsonb', { nullable: true })
  attendance!: Attendance | null;

  @Column('text')
  urgency!: DocumentUrgency;

  @Column('text')
  confidentiality!: Confidentiality;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('uuid', { name: 'drafted_by' })
  draftedBy!: string;

  /** Everybody who wrote of its substance, and for whom: none of them reviews, countersigns or signs it (G1). */
  @Column('uuid', { name: 'author_ids', array: true })
  authorIds!: string[];

  /** Of its template, when it was begun; 0: as shipped. */
  @Column('int', { name: 'template_version' })
  templateVersion!: number;

  @Column('int', { name: 'text_version' })
  textVersion!: number;

  /** Of what its last version says, typography left out. */
  @Column('text', { name: 'text_hash' })
  textHash!: string;

  /** How often it was submitted. */
  @Column('int')
  round!: number;

  @Column('uuid', { name: 'reviewer_id', nullable: true })
  reviewerId!: string | null;

  @Column('text', { name: 'returned_reason', nullable: true })
  returnedReason!: string | null;

  /** How often its signature was waited for: each time has a clock. */
  @Column('int')
  signings!: number;

  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy!: string | null;

  @Column('uuid', { name: 'signed_for', nullable: true })
  signedFor!: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  /** Of the text that was signed: what goes out has the same. */
  @Column('text', { name: 'signed_hash', nullable: true })
  signedHash!: string | null;

  @Column('uuid', { name: 'register_id', nullable: true })
  registerId!: string | null;

  @Column('timestamptz', { name: 'numbered_at', nullable: true })
  numberedAt!: Date | null;

  /** Printed of its last version. */
  @Column('int')
  copies!: number;

  /** The last number given to a copy, of whatever version: none is given twice. */
  @Column('int')
  shares!: number;

  /** Of one copy, with what is attached to it: as counted, unless whoever printed it said otherwise. */
  @Column('int', { nullable: true })
  pages!: number | null;

  /** Of the paper as it is drawn and its attachments; null where one of these cannot be counted. */
  @Column('int', { name: 'counted_pages', nullable: true })
  countedPages!: number | null;

  /** Why `pages` is another number. */
  @Column('text', { name: 'pages_reason', nullable: true })
  pagesReason!: string | null;

  @Column('int', { name: 'sealed_copies' })
  sealedCopies!: number;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz', { name: 'filed_at', nullable: true })
  filedAt!: Date | null;

  /** Why it was discarded or voided. */
  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason!: string | null;

  /** How it stood when it was discarded. */
  @Column('text', { name: 'discarded_from', nullable: true })
  discardedFrom!: OutgoingState | null;

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
