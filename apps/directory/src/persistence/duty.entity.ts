import type { DutyRole } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person is on duty in a role on a site, from–to (W6.2). Called off before it began, it ends where it begins. */
@Entity({ name: 'duty' })
export class Duty {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: DutyRole;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  until!: Date;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
