import { Column, Entity } from 'typeorm';
import type { DestructionState } from '../domain/destruction-states';
import { AppliedList } from '../../lists/persistence/applied-list';

/** A destruction list as it stands; its records, witnesses, signatures and line of the register are rows beside it that nothing changes. */
@Entity({ name: 'destruction' })
export class Destruction extends AppliedList {
  @Column('text')
  state!: DestructionState;

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
}
