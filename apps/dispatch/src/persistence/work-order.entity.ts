import type { DispatchMode, PauseReason, RepairClass, Skill } from '@property-office/contracts';
import type { Door } from '@property-office/home-care';
import type { Localized } from '@property-office/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choice } from '../domain/choose-crew';
import type { WorkOrderState } from '../domain/work-order-states';

export interface Material {
  name: string;
  quantity: number;
}

/** A work order as it stands. What happened to it is in the ledger; the version is that of its last event. */
@Entity({ name: 'work_order' })
export class WorkOrder {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'repair_request_id' })
  repairRequestId!: string;

  @Column('text', { name: 'repair_number' })
  repairNumber!: string;

  @Column('int')
  episode!: number;

  /** The one order every episode begins with; the others were asked for by who finished one. */
  @Column('boolean')
  first!: boolean;

  @Column('text')
  state!: WorkOrderState;

  /** Where it stood when it was withdrawn. */
  @Column('text', { name: 'withdrawn_from', nullable: true })
  withdrawnFrom!: WorkOrderState | null;

  @Column('text')
  mode!: DispatchMode;

  @Column('text')
  skill!: Skill;

  @Column('text', { name: 'repair_class' })
  repairClass!: RepairClass;

  @Column('text')
  category!: string;

  @Column('text', { name: 'location_kind' })
  locationKind!: 'home' | 'place';

  @Column('uuid', { name: 'location_id' })
  locationId!: string;

  /** From the copy of places, as it reads today; not a column. Left out where nobody asked, null where it is not known. */
  locationLabel?: Localized | null;

  /** From the copy of what the household wishes, as it reads today; not a column. Null where there is nothing to know. */
  door?: Door | null;

  @Column('text')
  description!: string;

  /** Why a further order is needed. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'preferred_from', nullable: true })
  preferredFrom!: Date | null;

  @Column('timestamptz', { name: 'preferred_to', nullable: true })
  preferredTo!: Date | null;

  @Column('uuid', { name: 'crew_id', nullable: true })
  crewId!: string | null;

  @Column('uuid', { name: 'technician_id', nullable: true })
  technicianId!: string | null;

  /** Crews that may claim it, while it is offered. */
  @Column('uuid', { name: 'offered_to', array: true })
  offeredTo!: string[];

  /** Crews that handed it back: not asked again. */
  @Column('uuid', { name: 'declined_by', array: true })
  declinedBy!: string[];

  /** Why it went to this crew; null where a person chose. */
  @Column('jsonb', { nullable: true })
  choice!: Choice | null;

  /** Which turn of its crew it was, among all orders the system gave out; null until one was chosen. */
  @Column('bigint', { nullable: true })
  turn!: string | null;

  @Column('text', { name: 'pause_reason', nullable: true })
  pauseReason!: PauseReason | null;

  @Column('text', { name: 'pause_note', nullable: true })
  pauseNote!: string | null;

  @Column('timestamptz', { name: 'review_at', nullable: true })
  reviewAt!: Date | null;

  @Column('text', { name: 'work_done', nullable: true })
  workDone!: string | null;

  @Column('jsonb')
  materials!: Material[];

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('uuid', { name: 'helper_ids', array: true })
  helperIds!: string[];

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

/** Columns of `place` and `home_care`, joined. */
export type PlaceRow = {
  label: string | null;
  label_en: string | null;
  wishes: string | null;
  no_phone: boolean | null;
  contact_id: string | null;
};
/** SQL of `PlaceRow`, for an order `o`. */
export const placeColumns = 'p.label, p.label_en, c.wishes, c.no_phone, c.contact_id';
export const placeJoins = 'LEFT JOIN place p ON p.id = o.location_id LEFT JOIN home_care c ON c.home_id = o.location_id';

/** Puts to an order what is known of where it is. */
export function placed(order: WorkOrder, row: PlaceRow): WorkOrder {
  return Object.assign(order, { locationLabel: labelOf(row), door: doorOf(row) });
}

function doorOf({ wishes, no_phone: noPhone, contact_id: contactId }: PlaceRow): Door | null {
  if (!wishes && !noPhone && !contactId) return null;
  return { wishes: wishes ?? '', noPhone: noPhone ?? false, contactId };
}

function labelOf({ label, label_en }: PlaceRow): Localized | null {
  return label === null ? null : { zh: label, en: label_en ?? label };
}
