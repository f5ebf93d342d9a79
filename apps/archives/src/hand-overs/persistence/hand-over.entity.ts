import type { HandOverScope } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandOverState } from '../domain/hand-over-states';

/** A hand-over as it stands; its items, people, package and signatures are rows beside it that nothing changes. */
@Entity({ name: 'hand_over' })
export class HandOver {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: HandOverState;

  @Column('text')
  scope!: HandOverScope;

  @Column('text', { nullable: true })
  category!: string | null;

  /** The list says that it holds confidential records, and was approved as that. */
  @Column('boolean')
  confidential!: boolean;

  /** Who is to have them, as a body: another company, the owners' committee. */
  @Column('text', { name: 'receiving_body' })
  receivingBody!: string;

  /** Of the application. */
  @Column('text')
  reason!: string;

  @Column('text', { name: 'list_hash' })
  listHash!: string;

  @Column('int')
  records!: number;

  @Column('int', { name: 'living_files' })
  livingFiles!: number;

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

  @Column('timestamptz', { name: 'sealed_at', nullable: true })
  sealedAt!: Date | null;

  @Column('text', { name: 'manifest_hash', nullable: true })
  manifestHash!: string | null;

  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
