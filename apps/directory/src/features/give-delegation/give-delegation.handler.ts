import { Injectable } from '@nestjs/common';
import { delegatedRoles, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { isForOneself } from '../../domain/role-authority';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { Delegation } from '../../persistence/delegation.entity';
import { assertNoOverlap } from '../../persistence/overlap';
import { lockColleague, staffRolesOf } from '../../persistence/staff';
import type { GiveDelegationDto } from './give-delegation.dto';

/**
 * Somebody of the staff, of this site or another, may act for a person in matters of a kind (G1): two deputies at a time,
 * of which the second is asked when the first is away. Given by the person, or by whoever leads them.
 */
@Injectable()
export class GiveDelegationHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws reference-unknown, deputy-is-oneself, span-reversed (400), power-for-oneself, beyond-authority (403), not-staff,
   * nothing-to-delegate, spans-overlap (409)
   */
  async execute(tx: Transaction, principal: Principal, input: GiveDelegationDto): Promise<Delegation> {
    const operation = 'directory.giveDelegation';
    const { fromPersonId: personId = principal.personId, toPersonId: deputyId, kind, order } = input;
    if (deputyId === personId) throw directoryErrors.deputyIsOneself();
    if (isForOneself(principal, deputyId)) throw directoryErrors.powerForOneself();
    const { person, roles, actor } = await lockColleague(tx, principal, operation, personId, '/fromPersonId');
    if (!roles.some(({ role }) => delegatedRoles[kind].includes(role))) throw directoryErrors.nothingToDelegate();
    if ((await staffRolesOf(tx, deputyId)).length === 0) throw directoryErrors.referenceUnknown('/toPersonId');
    const delegation = new Delegation();
    Object.assign(delegation, newSpan(input, tx.now), { id: newId(), personId, deputyId, kind, order });
    delegation.version = 1;
    delegation.createdAt = tx.now;
    const same = { id: delegation.id, table: 'delegation', personId, kind } as const;
    await assertNoOverlap(tx, { ...same, column: 'turn', value: order }, delegation);
    await assertNoOverlap(tx, { ...same, column: 'deputy_id', value: deputyId }, delegation);
    await tx.manager.insert(Delegation, delegation);
    record(this.ledger, tx, actor, { kind: 'delegation-given', delegation, siteId: person.siteId });
    return delegation;
  }
}
