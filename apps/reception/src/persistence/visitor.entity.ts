import type { VisitorKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VisitorState } from '../domain/visitor-states';

/** Somebody who visits a resident or the office. No face, no identity card: there is no column for either (W2.1). */
@Entity({ name: 'visitor' })
export class Visitor {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: VisitorState;

  @Column('text')
  kind!: VisitorKind;

  /** The resident or the member of the staff who is visited. */
  @Column('uuid', { name: 'host_id' })
  hostId!: string;

  /** Who announced them, to be told what the host says: the host or somebody who works here. */
  @Column('uuid', { name: 'announced_by', nullable: true })
  announcedBy!: string | null;

  @Column('uuid', { name: 'home_id', nullable: true })
  homeId!: string | null;

  /** Name and phone, encrypted; JSON `{name, phone}`. Null once its retention is over. */
  @Column('text', { name: 'person_cipher', nullable: true })
  personCipher!: string | null;

  /** Keyed hashes of the name. */
  @Column('text', { name: 'name_index', array: true })
  nameIndex!: string[];

  @Column('text', { nullable: true })
  purpose!: string | null;

  /** What whoever announced them at the desk said, of a visitor made of a contact. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** It was the host who said so. */
  @Column('boolean', { name: 'told_by_host' })
  toldByHost!: boolean;

  @Column('int', { name: 'party_size' })
  partySize!: number;

  @Column('timestamptz', { name: 'window_from' })
  from!: Date;

  @Column('timestamptz', { name: 'window_until' })
  until!: Date;

  /** Keyed hash of the pass that is good now. */
  @Column('text', { name: 'pass_index', nullable: true })
  passIndex!: string | null;

  @Column('timestamptz', { name: 'came_at', nullable: true })
  cameAt!: Date | null;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  @Column('timestamptz', { name: 'overstayed_at', nullable: true })
  overstayedAt!: Date | null;

  /** When what is personal was removed. */
  @Column('timestamptz', { name: 'forgotten_at', nullable: true })
  forgottenAt!: Date | null;

  /** Of the contact it was converted from. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: string | null;

  /** Of that contact: linked, never copied. */
  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
