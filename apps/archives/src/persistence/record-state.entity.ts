import type { Confidentiality } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a record stands now, and the lock of whoever acts on it. What it is and holds is in rows that nothing changes. */
@Entity({ name: 'record_state' })
export class RecordState {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  /** Version of its description. */
  @Column('int')
  description!: number;

  @Column('text')
  confidentiality!: Confidentiality;

  /** Null: for as long as it is confidential. */
  @Column('timestamptz', { name: 'confidential_until', nullable: true })
  confidentialUntil!: Date | null;

  @Column('boolean')
  held!: boolean;

  /** How often a hold was set or lifted. */
  @Column('int')
  holds!: number;

  @Column('text', { nullable: true })
  shelf!: string | null;

  @Column('int')
  shelves!: number;

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
