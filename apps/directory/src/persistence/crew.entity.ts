import type { CrewKind, Skill } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A crew (班组) of a site, or a contractor: sent for its skills. */
@Entity({ name: 'crew' })
export class Crew {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('text')
  kind!: CrewKind;

  @Column('text')
  code!: string;

  @Column('text', { name: 'name_zh' })
  nameZh!: string;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn!: string | null;

  @Column('text', { array: true })
  skills!: Skill[];

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
