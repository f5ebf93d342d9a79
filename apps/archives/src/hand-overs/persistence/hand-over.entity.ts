import type { HandOverScope, LivingFileSubject } from '@property-office/contracts';
import { Column, Entity } from 'typeorm';
import type { HandOverState } from '../domain/hand-over-states';
import { AppliedList } from '../../lists/persistence/applied-list';

/** A hand-over as it stands; its items, people, package and signatures are rows beside it that nothing changes. */
@Entity({ name: 'hand_over' })
export class HandOver extends AppliedList {
  @Column('text')
  state!: HandOverState;

  @Column('text')
  scope!: HandOverScope;

  @Column('text', { nullable: true })
  category!: string | null;

  /** Records of the archive years from then, and until then, alone. */
  @Column('int', { name: 'from_year', nullable: true })
  fromYear!: number | null;

  @Column('int', { name: 'to_year', nullable: true })
  toYear!: number | null;

  /** Living files of homes, or of devices, alone. */
  @Column('text', { name: 'subject_type', nullable: true })
  subject!: LivingFileSubject | null;

  /** Living files of what stands in those buildings alone. */
  @Column('uuid', { name: 'building_ids', array: true, nullable: true })
  buildingIds!: string[] | null;

  /** The list says that it holds confidential records, and was approved as that. */
  @Column('boolean')
  confidential!: boolean;

  /** Who is to have them, as a body: another company, the owners' committee. */
  @Column('text', { name: 'receiving_body' })
  receivingBody!: string;

  @Column('int')
  records!: number;

  @Column('int', { name: 'living_files' })
  livingFiles!: number;

  @Column('timestamptz', { name: 'sealed_at', nullable: true })
  sealedAt!: Date | null;

  @Column('text', { name: 'manifest_hash', nullable: true })
  manifestHash!: string | null;

  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;
}
