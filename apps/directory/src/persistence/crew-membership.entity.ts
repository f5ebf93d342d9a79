import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's belonging to a crew, from–to. */
@Entity({ name: 'crew_membership' })
export class CrewMembership {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'crew_id' })
  crewId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** 班长 */
  @Column('boolean')
  lead!: boolean;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  until!: Date | null;

  @Column('int')
  version!: number;
}
