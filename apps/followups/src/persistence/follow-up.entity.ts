import type { RepairClass } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpChannel } from '../domain/follow-up-plan';
import type { SecondPerson } from '../domain/second-person';
import type { FollowUpState } from '../domain/follow-up-states';

/** The follow-up of one episode of a repair request, or of one round of a complaint: one of the two is set. */
@Entity({ name: 'follow_up' })
export class FollowUp {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'repair_request_id', nullable: true })
  repairRequestId!: string | null;

  @Column('text', { name: 'repair_number', nullable: true })
  repairNumber!: string | null;

  @Column('uuid', { name: 'complaint_id', nullable: true })
  complaintId!: string | null;

  @Column('text', { name: 'complaint_number', nullable: true })
  complaintNumber!: string | null;

  /** Of complaints: a major one is followed up by the director. */
  @Column('boolean')
  major!: boolean;

  /** Who does it in place of a director or the company, of whom nobody was left. */
  @Column('text', { name: 'passed_on_to', nullable: true })
  passedOnTo!: SecondPerson | null;

  @Column('int', { name: 'tries_before_passing_on' })
  triesBeforePassingOn!: number;

  /** The episode of the request, or the round of the complaint. */
  @Column('int')
  episode!: number;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** The home the repair was in; null: none, or not known. */
  @Column('uuid', { name: 'home_id', nullable: true })
  homeId!: string | null;

  @Column('int')
  version!: number;

  @Column('text')
  state!: FollowUpState;

  @Column('text', { name: 'repair_class', nullable: true })
  repairClass!: RepairClass | null;

  @Column('uuid', { name: 'reporter_id', nullable: true })
  reporterId!: string | null;

  @Column('text')
  channel!: FollowUpChannel;

  @Column('timestamptz', { name: 'first_try_by', nullable: true })
  firstTryBy!: Date | null;

  @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;

  @Column('int')
  tries!: number;

  @Column('timestamptz', { name: 'last_try_at', nullable: true })
  lastTryAt!: Date | null;

  @Column('uuid', { name: 'taken_by', nullable: true })
  takenBy!: string | null;

  @Column('int', { nullable: true })
  rating!: number | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
