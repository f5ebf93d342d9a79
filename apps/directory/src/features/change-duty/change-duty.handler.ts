import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { hasEnded, newSpan } from '../../domain/span';
import { record } from '../../events';
import { assertCanBeDone } from '../../persistence/duties';
import { Duty } from '../../persistence/duty.entity';
import { lockPlannedDuty } from '../../persistence/lock-duty';
import { lockReferredPerson } from '../../persistence/people';
import type { ChangeDutyDto } from './change-duty.dto';

/** The plan of one duty changes: another person, or another time. Once it has begun only its end moves. */
@Injectable()
export class ChangeDutyHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws reference-unknown, span-reversed (400), beyond-authority (403), duty-unknown (404), span-ended, duty-begun,
   * role-not-held, person-away, spans-overlap (409), stale (412), match-required (428)
   */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: ChangeDutyDto,
  ): Promise<Duty> {
    const expected = requiredMatch(command);
    const { principal } = command;
    const operation = 'directory.changeDuty';
    const { duty, actor } = await lockPlannedDuty(tx, principal, operation, id, input.personId);
    if (expected !== undefined && expected !== duty.version) throw requestErrors.stale();
    if (hasEnded(duty, tx.now)) throw directoryErrors.spanEnded();
    const personId = input.personId ?? duty.personId;
    if (personId !== duty.personId) await lockReferredPerson(tx, principal, operation, personId);
    const planned = newSpan({ from: input.from ?? duty.from, until: input.until ?? duty.until }, tx.now);
    const moved = personId !== duty.personId || planned.from.getTime() !== duty.from.getTime();
    if (duty.from <= tx.now && moved) throw directoryErrors.dutyBegun();
    Object.assign(duty, planned, { personId });
    await assertCanBeDone(tx, duty);
    duty.version += 1;
    await tx.manager.update(Duty, { id }, duty);
    record(this.ledger, tx, actor, { kind: 'duty-planned', duty });
    return duty;
  }
}
