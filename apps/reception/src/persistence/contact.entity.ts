import type { ContactChannel, ConversionKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactState } from '../domain/contact-states';
import type { HandOverRole } from '../domain/hand-over';

/** A call, visit or message as it stands. What happened to it is in the ledger, who had it when in `contact_owner`. */
@Entity({ name: 'contact' })
export class Contact {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: ContactState;

  @Column('text')
  channel!: ContactChannel;

  /** Who answers for it now: whoever took it, until somebody else has accepted it. */
  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  /** Whom directory knows the caller as; null: a stranger. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** The resident who wrote it themselves in the portal, and reads there what comes of it; null: the desk took it. */
  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy!: string | null;

  /** Whether it is known to be this person: they wrote it themselves, or the desk chose them. A number may ring in another hand. */
  @Column('boolean', { name: 'person_confirmed' })
  personConfirmed!: boolean;

  @Column('uuid', { name: 'home_id', nullable: true })
  homeId!: string | null;

  /** They told of which home they are; otherwise it is the one home of whoever has the number. */
  @Column('boolean', { name: 'home_told' })
  homeTold!: boolean;

  /** Name and phone as the caller gave them, encrypted; JSON `{name, phone}`, either null. */
  @Column('text', { name: 'caller_cipher', nullable: true })
  callerCipher!: string | null;

  /** Finds contacts of exactly this number. */
  @Column('text', { name: 'phone_index', nullable: true })
  phoneIndex!: string | null;

  /** Keyed hashes of the name the caller told. */
  @Column('text', { name: 'name_index', array: true })
  nameIndex!: string[];

  @Column('text', { name: 'own_words' })
  ownWords!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  /** The agent read the caller's words back to them. */
  @Column('boolean', { name: 'read_back' })
  readBack!: boolean;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  /** Hand-overs so far; the last of them stands in the columns below while it is offered. */
  @Column('int', { name: 'hand_overs' })
  handOvers!: number;

  @Column('uuid', { name: 'offered_to', nullable: true })
  offeredTo!: string | null;

  @Column('text', { name: 'offered_role', nullable: true })
  offeredRole!: HandOverRole | null;

  @Column('timestamptz', { name: 'offered_at', nullable: true })
  offeredAt!: Date | null;

  @Column('text', { name: 'offer_note', nullable: true })
  offerNote!: string | null;

  @Column('boolean')
  heated!: boolean;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { name: 'standard_answer_id', nullable: true })
  standardAnswerId!: string | null;

  @Column('int', { name: 'standard_answer_version', nullable: true })
  standardAnswerVersion!: number | null;

  /** Of an answer in own words: the standard answer of the same matter. */
  @Column('uuid', { name: 'cause_id', nullable: true })
  causeId!: string | null;

  @Column('text', { name: 'guided_to', nullable: true })
  guidedTo!: string | null;

  @Column('text', { name: 'converted_to', nullable: true })
  convertedTo!: ConversionKind | null;

  @Column('uuid', { name: 'converted_id', nullable: true })
  convertedId!: string | null;

  /** As what its caller was to join a complaint: of this id is theirs where that was closed by then. */
  @Column('uuid', { name: 'complainant_id', nullable: true })
  complainantId!: string | null;

  /** SHA-256 of what was asked for when it was converted: asked again, it is known by it. */
  @Column('text', { name: 'conversion_hash', nullable: true })
  conversionHash!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  /** When the last act on it happened: the next one is not earlier (G2). */
  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** When what is personal about it was removed; null: it is still there. */
  @Column('timestamptz', { name: 'forgotten_at', nullable: true })
  forgottenAt!: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
