import type { Confidentiality } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrintJobState } from '../domain/print-job-states';
import type { PrintBinding, PrintSides, PrintWork } from '../domain/print-jobs';

/** Something to be drafted, printed, copied or bound (文印任务). */
@Entity({ name: 'print_job' })
export class PrintJob {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: PrintJobState;

  @Column('text')
  work!: PrintWork;

  /** What it is. */
  @Column('text')
  title!: string;

  @Column('text', { name: 'for_whom' })
  forWhom!: string;

  @Column('int')
  copies!: number;

  @Column('text')
  sides!: PrintSides;

  @Column('text')
  binding!: PrintBinding;

  /** Of a confidential document, always confidential. */
  @Column('text')
  confidentiality!: Confidentiality;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  /** An incoming or outgoing document that is to be printed. */
  @Column('uuid', { name: 'document_id', nullable: true })
  documentId!: string | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** What a draft is to say. */
  @Column('text', { nullable: true })
  instructions!: string | null;

  /** What was drafted: files, an outgoing document, or both. */
  @Column('uuid', { name: 'draft_ids', array: true })
  draftIds!: string[];

  @Column('uuid', { name: 'drafted_document_id', nullable: true })
  draftedDocumentId!: string | null;

  @Column('uuid', { name: 'requested_by' })
  requestedBy!: string;

  @Column('uuid', { name: 'taken_by', nullable: true })
  takenBy!: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('text', { name: 'returned_reason', nullable: true })
  returnedReason!: string | null;

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
