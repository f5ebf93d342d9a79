import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The name under which a site's office sends its papers (发文机关). */
@Entity({ name: 'letterhead' })
export class Letterhead {
  /** Made of the site. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  office!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
