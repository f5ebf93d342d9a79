import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person is away and not to be asked, from–to. Why is not kept. */
@Entity({ name: 'absence' })
export class Absence {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  until!: Date | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
