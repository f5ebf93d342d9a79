import { Column, Entity } from 'typeorm';
import type { AppraisalState } from '../domain/appraisal-states';
import { ActedOn } from '../../persistence/acted-on';

/** An appraisal as it stands; its records, people and opinions are rows beside it that nothing changes. */
@Entity({ name: 'appraisal' })
export class Appraisal extends ActedOn {
  @Column('text')
  state!: AppraisalState;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('uuid', { name: 'started_for', nullable: true })
  startedFor!: string | null;

  /** Why it was withdrawn. */
  @Column('text', { nullable: true })
  remarks!: string | null;
}
