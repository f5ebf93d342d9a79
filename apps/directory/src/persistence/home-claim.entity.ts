import type { Role } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClaimKind, ClaimState } from '../domain/home-claim-states';

/** Somebody says that they belong to a home; the office or its owner decides (W2.6). */
@Entity({ name: 'home_claim' })
export class HomeClaim {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('uuid', { name: 'home_id', nullable: true })
  homeId!: string | null;

  /** As the person wrote it; null where they gave the home's id. */
  @Column('text', { name: 'place_words', nullable: true })
  placeWords!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ClaimKind;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: ClaimState;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'decided_role', nullable: true })
  decidedRole!: Role | 'system' | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { name: 'tie_id', nullable: true })
  tieId!: string | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
