import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhoneNoteState } from '../domain/phone-note-states';

/** Somebody rang for a colleague who was not there: what to tell them, and whether they know. */
@Entity({ name: 'phone_note' })
export class PhoneNote {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: PhoneNoteState;

  @Column('uuid', { name: 'from_person' })
  fromPersonId!: string;

  @Column('uuid', { name: 'to_person' })
  toPersonId!: string;

  /** How often it was addressed to somebody; 1 at first. */
  @Column('int')
  round!: number;

  /** Name and phone of who rang, encrypted; JSON `{name, phone}`, either null. */
  @Column('text', { name: 'caller_cipher', nullable: true })
  callerCipher!: string | null;

  /** Keyed hash of the number, for looking it up. */
  @Column('text', { name: 'phone_index', nullable: true })
  phoneIndex!: string | null;

  /** Keyed hashes of the whole name and of its pinyin. */
  @Column('text', { name: 'name_index', array: true })
  nameIndex!: string[];

  @Column('text')
  message!: string;

  @Column('boolean')
  urgent!: boolean;

  @Column('text', { name: 'return_reason', nullable: true })
  returnReason!: string | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  /** When who rang and what they said was removed; null: it is still there. */
  @Column('timestamptz', { name: 'forgotten_at', nullable: true })
  forgottenAt!: Date | null;

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
