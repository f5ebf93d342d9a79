import type { MailKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailState } from '../domain/mail-states';

/** A letter, parcel, e-mail or fax that was signed for (签收). */
@Entity({ name: 'mail_item' })
export class MailItem {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: MailState;

  @Column('text')
  kind!: MailKind;

  @Column('text')
  sender!: string;

  /** What it says it is about, as far as that can be seen. */
  @Column('text', { nullable: true })
  subject!: string | null;

  /** The carrier's number, or the sender's own. */
  @Column('text', { name: 'their_number', nullable: true })
  theirNumber!: string | null;

  @Column('boolean')
  official!: boolean;

  @Column('uuid', { name: 'addressee_id' })
  addresseeId!: string;

  /** How often it was addressed to somebody; 1 at first. */
  @Column('int')
  round!: number;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('timestamptz', { name: 'collected_at', nullable: true })
  collectedAt!: Date | null;

  @Column('uuid', { name: 'document_id', nullable: true })
  documentId!: string | null;

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
