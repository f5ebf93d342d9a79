import type { DispatchMode, RepairClass, Skill } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RepairState } from '../domain/repair-states';

export type LocationKind = 'home' | 'place';
export type ReportChannel = 'portal' | 'desk' | 'technician' | 'import';

/** A repair request as it stands. What happened to it is in the ledger; the version is that of its last event. */
@Entity({ name: 'repair_request' })
export class RepairRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('int')
  episode!: number;

  @Column('text')
  state!: RepairState;

  @Column('text')
  category!: string;

  @Column('text', { name: 'repair_class' })
  repairClass!: RepairClass;

  @Column('text', { name: 'dispatch_mode' })
  dispatchMode!: DispatchMode;

  @Column('text')
  skill!: Skill;

  /** Who answers for the episode: the technician who has it; nobody where a crew or nobody has. */
  @Column('uuid', { name: 'responsible_id', nullable: true })
  responsibleId!: string | null;

  /** By when the work is to be done, as somebody has said. */
  @Column('timestamptz', { name: 'planned_for', nullable: true })
  plannedFor!: Date | null;

  /** How often it was urged, and when last. */
  @Column('int', { name: 'urged_count' })
  urgedCount!: number;

  @Column('timestamptz', { name: 'last_urged_at', nullable: true })
  lastUrgedAt!: Date | null;

  /** What the reporter said of the result, of which episode, and when they said so first. */
  @Column('int', { nullable: true })
  rating!: number | null;

  @Column('int', { name: 'rated_episode', nullable: true })
  ratedEpisode!: number | null;

  @Column('timestamptz', { name: 'rated_at', nullable: true })
  ratedAt!: Date | null;

  /** The request that goes on for this one while it is merged, and where this one stood. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('text', { name: 'merged_into_number', nullable: true })
  mergedIntoNumber!: string | null;

  @Column('text', { name: 'merged_from', nullable: true })
  mergedFrom!: RepairState | null;

  @Column('text', { name: 'location_kind' })
  locationKind!: LocationKind;

  @Column('uuid', { name: 'location_id' })
  locationId!: string;

  @Column('text')
  description!: string;

  @Column('boolean')
  urgent!: boolean;

  @Column('timestamptz', { name: 'preferred_from', nullable: true })
  preferredFrom!: Date | null;

  @Column('timestamptz', { name: 'preferred_to', nullable: true })
  preferredTo!: Date | null;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt!: Date | null;

  /** The person it is reported by or on behalf of; null where nobody outside the office is concerned. */
  @Column('uuid', { name: 'reporter_id', nullable: true })
  reporterId!: string | null;

  @Column('text')
  channel!: ReportChannel;

  @Column('text', { name: 'external_reference', nullable: true })
  externalReference!: string | null;

  /** Name and phone to call, encrypted; JSON `{name, phone}`. */
  @Column('text', { name: 'contact_cipher', nullable: true })
  contactCipher!: string | null;

  /** Whose contact it is, to whom it is shown in full; null where no reporter gave it. */
  @Column('uuid', { name: 'contact_of', nullable: true })
  contactOf!: string | null;

  /** reception's, where it was converted from one: whom to call is read there. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: string | null;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  /** When the last act on it happened: the next one is not earlier (G2). */
  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
