import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What whoever deals with a home should know (W6.4). It belongs to the household, not to the walls. */
@Entity({ name: 'home_care' })
export class HomeCare {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'home_id' })
  homeId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** Nobody there has a telephone. */
  @Column('boolean', { name: 'no_phone' })
  noPhone!: boolean;

  /** For whoever goes there: hard of hearing, ring twice. Empty: none. */
  @Column('text')
  wishes!: string;

  /** Who is called instead. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: string | null;

  /** What they are to the household: a daughter, a neighbour. */
  @Column('text', { nullable: true })
  relation!: string | null;

  /** They asked for notices of outage and danger by SMS. */
  @Column('boolean', { name: 'urgent_by_sms' })
  urgentBySms!: boolean;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('int')
  version!: number;
}
