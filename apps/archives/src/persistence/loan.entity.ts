import type { LoanForm } from '@property-office/contracts';
import { Column, Entity } from 'typeorm';
import type { LoanState } from '../domain/loan-states';
import { ActedOn } from './acted-on';

/** A loan as it stands (借阅); what happened to it is in the ledger. */
@Entity({ name: 'loan' })
export class Loan extends ActedOn {
  @Column('uuid', { name: 'record_id' })
  recordId!: string;

  @Column('text')
  state!: LoanState;

  @Column('text')
  form!: LoanForm;

  @Column('text')
  purpose!: string;

  @Column('uuid', { name: 'borrower_id' })
  borrowerId!: string;

  /** In whose place it was asked for. */
  @Column('uuid', { name: 'borrower_for', nullable: true })
  borrowerFor!: string | null;

  /** The director decides. */
  @Column('boolean')
  important!: boolean;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'refused_reason', nullable: true })
  refusedReason!: string | null;

  /** Of a digital one: when it was opened. */
  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  @Column('uuid', { name: 'handed_over_by', nullable: true })
  handedOverBy!: string | null;

  @Column('int')
  extensions!: number;

  @Column('text', { name: 'recalled_reason', nullable: true })
  recalledReason!: string | null;

  /** Anybody may bring it back. */
  @Column('boolean', { name: 'borrower_left' })
  borrowerLeft!: boolean;

  /** Of the clock of its return: another date begins another one. */
  @Column('int')
  episode!: number;

  @Column('timestamptz', { name: 'over_at', nullable: true })
  overAt!: Date | null;

  @Column('uuid', { name: 'inspected_by', nullable: true })
  inspectedBy!: string | null;

  @Column('boolean', { name: 'pages_complete', nullable: true })
  pagesComplete!: boolean | null;

  @Column('boolean', { nullable: true })
  unaltered!: boolean | null;

  @Column('text', { nullable: true })
  finding!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];
}
