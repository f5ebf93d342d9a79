import { Injectable } from '@nestjs/common';
import { wideGrants } from '@property-office/access';
import { systemActor, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { newSpan } from '../../domain/span';
import { leadsRole } from '../../domain/staff-authority';
import { record } from '../../events';
import { assertCanBeDone } from '../../persistence/duties';
import { Duty } from '../../persistence/duty.entity';
import { lockReferredPerson } from '../../persistence/people';
import { findPlace } from '../../persistence/places';
import type { PlanDutyDto } from './plan-duty.dto';

/** Somebody is on duty in a role of theirs on a site, from–to; nobody on two duties at a time. */
@Injectable()
export class PlanDutyHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws reference-unknown, span-reversed (400), beyond-authority (403), role-not-held, person-away, spans-overlap (409)
   */
  async execute(tx: Transaction, principal: Principal, input: PlanDutyDto): Promise<Duty> {
    const operation = 'directory.planDuty';
    const { siteId, role } = input;
    if ((await findPlace(tx, sightOf(principal, operation), siteId))?.kind !== 'site')
      throw directoryErrors.referenceUnknown('/siteId');
    const actor = actorOf(principal, operation, siteId);
    if (!leadsRole(wideGrants(principal, operation), { role, siteId }) && actor.role !== systemActor.role)
      throw directoryErrors.beyondAuthority();
    const { person } = await lockReferredPerson(tx, principal, operation, input.personId);
    const duty = new Duty();
    Object.assign(duty, newSpan(input, tx.now), { id: newId(), siteId, personId: person.id, role });
    duty.version = 1;
    duty.createdAt = tx.now;
    await assertCanBeDone(tx, duty);
    await tx.manager.insert(Duty, duty);
    record(this.ledger, tx, actor, { kind: 'duty-planned', duty });
    return duty;
  }
}
