import { Column, Entity } from 'typeorm';
import type { CopyState } from '../domain/copy-states';
import { ActedOn } from './acted-on';

/** Copies of a record that somebody asks for (复制); each that was made is a row of its own, for good. */
@Entity({ name: 'record_copy' })
export class RecordCopy extends ActedOn {
  @Column('uuid', { name: 'record_id' })
  recordId!: string;

  @Column('text')
  state!: CopyState;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  /** In whose place it was asked for. */
  @Column('uuid', { name: 'asked_for', nullable: true })
  askedFor!: string | null;

  @Column('text', { name: 'for_whom' })
  forWhom!: string;

  @Column('text')
  purpose!: string;

  @Column('int')
  copies!: number;

  /** What an official request came with. */
  @Column('text', { nullable: true })
  letter!: string | null;

  @Column('text', { array: true })
  officers!: string[];

  /** The director decides. */
  @Column('boolean')
  important!: boolean;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'refused_reason', nullable: true })
  refusedReason!: string | null;

  /** The first of its numbers; the others follow it. */
  @Column('int', { name: 'first_copy', nullable: true })
  firstCopy!: number | null;

  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('timestamptz', { name: 'made_at', nullable: true })
  madeAt!: Date | null;

  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  @Column('text', { name: 'received_by', nullable: true })
  receivedBy!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];
}
