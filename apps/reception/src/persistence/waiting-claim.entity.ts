import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a claim of a home waits for the desk or an owner (W2.6), for its clock alone: what is claimed, and who says so, directory knows. */
@Entity({ name: 'waiting_claim' })
export class WaitingClaim {
  /** Derived from the claim's: a claim has its own events in directory, and this one's count by themselves. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'claim_id' })
  claimId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  /** Who claims: nobody decides on their own claim, nor hears that it is late. */
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** Counts what its clock said; 0 while it said nothing. */
  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'claimed_at' })
  claimedAt!: Date;

  /** When it was confirmed, refused or withdrawn; null while it waits. */
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
