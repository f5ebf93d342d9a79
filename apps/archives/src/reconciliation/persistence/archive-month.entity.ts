import type { Reopening } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SourceFigures } from '../domain/month-figures';
import type { MonthState } from '../domain/month-states';

/** The reconciliation of a month of a site as it stands; its cases are counted from what sources say and what was proposed. */
@Entity({ name: 'archive_month' })
export class ArchiveMonth {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** `2026-11`. */
  @Column('text')
  month!: string;

  /** By whose wall clock it was cut: that of its site when it was over. */
  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  @Column('timestamptz', { name: 'to_at' })
  toAt!: Date;

  @Column('int')
  version!: number;

  @Column('text')
  state!: MonthState;

  /** Counts the times somebody had to see to it: each has a clock of its own, the first from when it is over. */
  @Column('int')
  episode!: number;

  /** When all sources were last asked what they have, and said it. */
  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('uuid', { name: 'closed_for', nullable: true })
  closedFor!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** As they were when it was closed last. */
  @Column('jsonb', { name: 'closed_figures', nullable: true })
  closedFigures!: SourceFigures[] | null;

  @Column('text', { nullable: true })
  remarks!: string | null;

  /** Of the last time; stays when it is closed again. */
  @Column('timestamptz', { name: 'reopened_at', nullable: true })
  reopenedAt!: Date | null;

  @Column('text', { name: 'reopened_because', nullable: true })
  reopenedBecause!: Reopening | null;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
