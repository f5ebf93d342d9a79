import type { DelegationKind, DeputyOrder } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person may act for another in matters of a kind, from–to (G1). */
@Entity({ name: 'delegation' })
export class Delegation {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose matters they are. */
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'deputy_id' })
  deputyId!: string;

  @Column('text')
  kind!: DelegationKind;

  @Column('int', { name: 'turn' })
  order!: DeputyOrder;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  until!: Date;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
