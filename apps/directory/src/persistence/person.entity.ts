import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A resident or a member of the staff. The telephone number is encrypted, and found by its blind index (G7). */
@Entity({ name: 'person' })
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { name: 'phone_cipher', nullable: true })
  phoneCipher!: string | null;

  @Column('text', { name: 'phone_index', nullable: true })
  phoneIndex!: string | null;

  /** Who of the staff wrote the number down, while it was not shown to be the person's; null: one signs in by it. */
  @Column('uuid', { name: 'phone_set_by', array: true, nullable: true })
  phoneSetBy!: string[] | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
