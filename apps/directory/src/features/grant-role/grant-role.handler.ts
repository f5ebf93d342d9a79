import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { companyWideRoles, isForOneself, mayGive } from '../../domain/role-authority';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { assertNoOverlap } from '../../persistence/overlap';
import { introduce, lockReferredPerson } from '../../persistence/people';
import { findPlace } from '../../persistence/places';
import { auditOfRole, RoleHeld } from '../../persistence/role-held.entity';
import type { GrantRoleDto } from './grant-role.dto';

/** A person holds a role on a site, or in the whole company, from–to (G1). */
@Injectable()
export class GrantRoleHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly audit: Audit,
  ) {}

  /** @throws reference-unknown, role-company-wide, span-reversed (400), power-for-oneself, beyond-authority (403), spans-overlap (409) */
  async execute(tx: Transaction, principal: Principal, input: GrantRoleDto): Promise<RoleHeld> {
    const operation = 'directory.grantRole';
    const { role, siteId = null } = input;
    if (siteId !== null && companyWideRoles.includes(role)) throw directoryErrors.roleCompanyWide();
    if (siteId !== null && (await findPlace(tx, sightOf(principal, operation), siteId))?.kind !== 'site')
      throw directoryErrors.referenceUnknown('/siteId');
    const actor = actorOf(principal, operation, siteId);
    if (isForOneself(principal, input.personId)) throw directoryErrors.powerForOneself();
    if (!mayGive(principal, { role, siteId })) throw directoryErrors.beyondAuthority();
    const { person } = await lockReferredPerson(tx, principal, operation, input.personId);
    const held = new RoleHeld();
    held.id = newId();
    held.personId = person.id;
    held.role = role;
    held.siteId = siteId;
    Object.assign(held, newSpan(input, tx.now));
    held.version = 1;
    await assertNoOverlap(
      tx,
      { id: held.id, table: 'role_grant', personId: person.id, column: 'site_id', value: siteId, role },
      held,
    );
    await tx.manager.insert(RoleHeld, held);
    if (siteId !== null) introduce(tx, person.id, siteId);
    record(this.ledger, tx, actor, { kind: 'role-granted', held });
    this.audit.record(tx, auditOfRole(actor, operation, held));
    return held;
  }
}
