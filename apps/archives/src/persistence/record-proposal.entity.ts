import type { BasisRank, Confidentiality, RecordSource, Retention } from '@property-office/contracts';
import { Column, Entity } from 'typeorm';
import type { ProposalState } from '../domain/proposal-states';
import { ActedOn } from './acted-on';

/** Something that an event elsewhere proposes as a record. */
@Entity({ name: 'record_proposal' })
export class RecordProposal extends ActedOn {
  @Column('text')
  state!: ProposalState;

  @Column('text', { name: 'source_type' })
  sourceType!: RecordSource;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('text', { name: 'source_number' })
  sourceNumber!: string;

  @Column('uuid', { name: 'source_event_id' })
  sourceEventId!: string;

  /** Who filed, closed or released what it is of; the system where nobody did. */
  @Column('uuid', { name: 'filed_by' })
  filedBy!: string;

  /** What the record is dated from: of the event, never of a draft. */
  @Column('timestamptz', { name: 'dated_at' })
  datedAt!: Date;

  /** Null where the event does not say it: whoever may, asks its source. */
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('int', { nullable: true })
  pages!: number | null;

  @Column('int', { nullable: true })
  copies!: number | null;

  @Column('text')
  confidentiality!: Confidentiality;

  /** Never: sources have no term. */
  @Column('timestamptz', { name: 'confidential_until', nullable: true })
  confidentialUntil!: Date | null;

  @Column('text')
  category!: string;

  @Column('text')
  office!: string;

  @Column('text')
  retention!: Retention;

  @Column('text', { name: 'legal_basis' })
  legalBasis!: string;

  @Column('text', { name: 'basis_rank' })
  basisRank!: BasisRank;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  /** Uploaded when it was proposed again. */
  @Column('uuid', { name: 'added_ids', array: true })
  addedIds!: string[];

  /** What was done before it was proposed again. */
  @Column('text', { nullable: true })
  remarks!: string | null;

  @Column('text', { name: 'returned_reason', nullable: true })
  returnedReason!: string | null;

  @Column('uuid', { name: 'record_id', nullable: true })
  recordId!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];
}
