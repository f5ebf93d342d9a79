import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppraisalState } from '../domain/appraisal-states';

/** An appraisal as it stands; its records, people and opinions are rows beside it that nothing changes. */
@Entity({ name: 'appraisal' })
export class Appraisal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: AppraisalState;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('uuid', { name: 'started_for', nullable: true })
  startedFor!: string | null;

  /** Why it was withdrawn. */
  @Column('text', { nullable: true })
  remarks!: string | null;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
