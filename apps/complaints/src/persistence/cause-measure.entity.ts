import type { CauseSource, MeasureVerdict } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureState } from '../domain/measure-states';

/** A measure as it stands; what happened to it is in the ledger. */
@Entity({ name: 'cause_measure' })
export class CauseMeasure {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: MeasureState;

  @Column('text')
  month!: string;

  @Column('text')
  source!: CauseSource;

  /** A kind of complaint, a category of repairs, or the id of a standard answer. */
  @Column('text')
  cause!: string;

  /** Why this one, where it is none of the largest. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text')
  measure!: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  /** Who had it before. */
  @Column('uuid', { name: 'former_owner_ids', array: true })
  formerOwnerIds!: string[];

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @Column('text', { nullable: true })
  done!: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('text', { nullable: true })
  worked!: MeasureVerdict | null;

  @Column('text', { nullable: true })
  review!: string | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

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
