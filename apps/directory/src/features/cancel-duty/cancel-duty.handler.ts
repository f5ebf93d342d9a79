import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { endOf } from '../../domain/span';
import { record } from '../../events';
import { Duty } from '../../persistence/duty.entity';
import { lockPlannedDuty } from '../../persistence/lock-duty';

/** A duty that has begun ends now; one to come is off. */
@Injectable()
export class CancelDutyHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws beyond-authority (403), duty-unknown (404), span-ended (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
  ): Promise<Duty> {
    const { duty, actor } = await lockPlannedDuty(tx, command.principal, 'directory.cancelDuty', id);
    assertFresh(command, duty.version);
    duty.until = endOf(duty, undefined, tx.now);
    duty.version += 1;
    await tx.manager.update(Duty, { id }, duty);
    record(this.ledger, tx, actor, { kind: 'duty-cancelled', duty });
    return duty;
  }
}
