import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { Absence } from '../../persistence/absence.entity';
import { assertNoOverlap } from '../../persistence/overlap';
import { lockColleague } from '../../persistence/staff';
import type { RecordAbsenceDto } from './record-absence.dto';

/**
 * Somebody is away: entered by themselves or by whoever leads them. Duties of that time stay in the plan until it is
 * changed: an illness is told after it was made.
 */
@Injectable()
export class RecordAbsenceHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown, span-reversed (400), beyond-authority (403), not-staff, spans-overlap (409) */
  async execute(tx: Transaction, principal: Principal, input: RecordAbsenceDto): Promise<Absence> {
    const { personId = principal.personId } = input;
    const { person, actor } = await lockColleague(tx, principal, 'directory.recordAbsence', personId);
    const absence = new Absence();
    Object.assign(absence, newSpan(input, tx.now), { id: newId(), personId });
    absence.version = 1;
    absence.createdAt = tx.now;
    await assertNoOverlap(tx, { id: absence.id, table: 'absence', personId }, absence);
    await tx.manager.insert(Absence, absence);
    record(this.ledger, tx, actor, { kind: 'absence-recorded', absence, siteId: person.siteId });
    return absence;
  }
}
