import { Column, Entity } from 'typeorm';
import type { StocktakeState } from '../domain/stocktake-states';
import { ActedOn } from '../../persistence/acted-on';

/** A stocktake (清点) as it stands; what was expected, seen and said of it are rows beside it. */
@Entity({ name: 'stocktake' })
export class Stocktake extends ActedOn {
  @Column('text')
  state!: StocktakeState;

  /** Of its scope: a category or a shelf, never both. */
  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  shelf!: string | null;

  @Column('timestamptz', { name: 'finish_by' })
  finishBy!: Date;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('uuid', { name: 'started_for', nullable: true })
  startedFor!: string | null;

  /** When counting was last finished. */
  @Column('timestamptz', { name: 'counted_at', nullable: true })
  countedAt!: Date | null;

  /** Why it was withdrawn. */
  @Column('text', { nullable: true })
  remarks!: string | null;
}
