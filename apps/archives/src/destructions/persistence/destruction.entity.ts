import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DestructionState } from '../domain/destruction-states';

/** A destruction list as it stands; its records, witnesses, signatures and line of the register are rows beside it that nothing changes. */
@Entity({ name: 'destruction' })
export class Destruction {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: DestructionState;

  /** Of the application. */
  @Column('text')
  reason!: string;

  @Column('text', { name: 'list_hash' })
  listHash!: string;

  @Column('uuid', { name: 'applied_by' })
  appliedBy!: string;

  @Column('uuid', { name: 'applied_for', nullable: true })
  appliedFor!: string | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('uuid', { name: 'approved_for', nullable: true })
  approvedFor!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  /** Why it was refused or withdrawn. */
  @Column('text', { nullable: true })
  remarks!: string | null;

  @Column('uuid', { name: 'carried_out_by', nullable: true })
  carriedOutBy!: string | null;

  @Column('uuid', { name: 'carried_out_for', nullable: true })
  carriedOutFor!: string | null;

  @Column('timestamptz', { name: 'carried_out_at', nullable: true })
  carriedOutAt!: Date | null;

  /** How its paper was destroyed. */
  @Column('text', { nullable: true })
  method!: string | null;

  @Column('int', { name: 'register_number', nullable: true })
  registerNumber!: number | null;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
