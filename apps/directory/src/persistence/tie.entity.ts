import type { TieKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What ties a person to a home, from–to; while it lasts the person is a resident of the site. */
@Entity({ name: 'tie' })
export class Tie {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'home_id' })
  homeId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('text')
  kind!: TieKind;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  until!: Date | null;

  /** The owner who added the person or confirmed their claim; null: the office did. */
  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy!: string | null;

  /** What that owner calls the person. */
  @Column('text', { name: 'given_name', nullable: true })
  givenName!: string | null;

  @Column('int')
  version!: number;
}
