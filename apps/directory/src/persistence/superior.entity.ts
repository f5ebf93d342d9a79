import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who answers for a person, from–to: one at a time, and never in a circle. */
@Entity({ name: 'superior' })
export class Superior {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'superior_id' })
  superiorId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  until!: Date | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
