import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the desk says to a question that is asked often, as it stands; earlier versions are kept beside it. */
@Entity({ name: 'standard_answer' })
export class StandardAnswer {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  /** The version of the aggregate that wrote the text which holds now. */
  @Column('int', { name: 'text_version' })
  textVersion!: number;

  @Column('text', { name: 'title_zh' })
  titleZh!: string;

  @Column('text', { name: 'title_en', nullable: true })
  titleEn!: string | null;

  @Column('text', { name: 'text_zh' })
  textZh!: string;

  @Column('text', { name: 'text_en', nullable: true })
  textEn!: string | null;

  @Column('boolean')
  retired!: boolean;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
