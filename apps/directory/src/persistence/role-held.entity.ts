import type { AuditEntry } from '@property-office/audit';
import type { Role } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role a person holds on a site or in the whole company, from–to (G1). */
@Entity({ name: 'role_grant' })
export class RoleHeld {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId!: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  from!: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  until!: Date | null;

  @Column('int')
  version!: number;
}

/** Who gave or took which power stands in the chain that nobody can edit, besides the ledger. */
export function auditOfRole(actor: AuditEntry['actor'], operation: 'directory.grantRole' | 'directory.endRole' | 'directory.closeAccount', held: RoleHeld): AuditEntry {
  const { id, personId, role, siteId } = held;
  return { actor, operation, objectType: 'role-grant', objectId: id, ...(siteId !== null && { siteId }), details: { personId, role } };
}
