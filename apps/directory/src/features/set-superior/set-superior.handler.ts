import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { assertNoOverlap } from '../../persistence/overlap';
import { lockColleague, staffRolesOf } from '../../persistence/staff';
import { Superior } from '../../persistence/superior.entity';
import { assertNoCircle, lockLines } from '../../persistence/superiors';
import type { SetSuperiorDto } from './set-superior.dto';

/** Somebody of the staff answers for a person: one at a time, and never in a circle. */
@Injectable()
export class SetSuperiorHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws reference-unknown, superior-is-oneself, span-reversed (400), beyond-authority (403), not-staff, spans-overlap,
   * superiors-in-circle (409)
   */
  async execute(tx: Transaction, principal: Principal, input: SetSuperiorDto): Promise<Superior> {
    const { personId, superiorId } = input;
    if (superiorId === personId) throw directoryErrors.superiorIsOneself();
    await lockLines(tx);
    const { person, actor } = await lockColleague(tx, principal, 'directory.setSuperior', personId);
    if ((await staffRolesOf(tx, superiorId)).length === 0) throw directoryErrors.referenceUnknown('/superiorId');
    const line = new Superior();
    Object.assign(line, newSpan(input, tx.now), { id: newId(), personId, superiorId });
    line.version = 1;
    line.createdAt = tx.now;
    await assertNoOverlap(tx, { id: line.id, table: 'superior', personId }, line);
    await assertNoCircle(tx, line);
    await tx.manager.insert(Superior, line);
    record(this.ledger, tx, actor, { kind: 'superior-set', line, siteId: person.siteId });
    return line;
  }
}
