import { Column } from 'typeorm';
import { ActedOn } from '../../persistence/acted-on';

/** What a list has that somebody applies for and somebody else approves. */
export abstract class AppliedList extends ActedOn {
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
}
