import type { NoticeKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeState } from '../domain/notice-states';

/** One edition of a notice as it stands. Its words are in `content` alone, the canonical text that is hashed. */
@Entity({ name: 'notice' })
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  /** The same for all editions. */
  @Column('text')
  number!: string;

  @Column('int')
  edition!: number;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: NoticeState;

  @Column('text')
  kind!: NoticeKind;

  /** `night`: released from a fixed template by the duty officer, looked at afterwards. */
  @Column('text')
  lane!: 'reviewed' | 'night';

  @Column('text', { nullable: true })
  template!: string | null;

  @Column('text')
  content!: string;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  /** Everybody who wrote on it, or for whom somebody did: none of them approves it. */
  @Column('uuid', { name: 'writer_ids', array: true })
  writerIds!: string[];

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  /** How often it was submitted. */
  @Column('int')
  round!: number;

  @Column('text', { nullable: true })
  remarks!: string | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column('timestamptz', { name: 'release_at', nullable: true })
  releaseAt!: Date | null;

  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy!: string | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz', { name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  /** When it ceased to hold, however it did. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'withdrawn_because', nullable: true })
  withdrawnBecause!: string | null;

  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  @Column('uuid', { name: 'corrected_by_id', nullable: true })
  correctedById!: string | null;

  @Column('timestamptz', { name: 'review_by', nullable: true })
  reviewBy!: Date | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('text', { nullable: true })
  verdict!: 'accepted' | 'objected' | null;

  @Column('text', { name: 'review_remarks', nullable: true })
  reviewRemarks!: string | null;

  @Column('boolean', { name: 'on_board' })
  onBoard!: boolean;

  @Column('boolean', { name: 'on_public_board' })
  onPublicBoard!: boolean;

  @Column('int')
  reminders!: number;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt!: Date | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

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
