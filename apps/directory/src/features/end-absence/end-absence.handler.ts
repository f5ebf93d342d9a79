import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { endOf } from '../../domain/span';
import { record } from '../../events';
import { Absence } from '../../persistence/absence.entity';
import { lockOfColleague } from '../../persistence/lock-of-colleague';
import { assertNoOverlap } from '../../persistence/overlap';
import type { EndDto } from '../span.dto';

/** Somebody is back, or it is known when. An absence to come is off. */
@Injectable()
export class EndAbsenceHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws span-reversed (400), beyond-authority (403), absence-unknown (404), span-ended, spans-overlap (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: EndDto,
  ): Promise<Absence> {
    const operation = 'directory.endAbsence';
    const { absenceUnknown } = directoryErrors;
    const locked = await lockOfColleague(tx, command.principal, operation, Absence, id, absenceUnknown);
    const { entry: absence, person, actor } = locked;
    assertFresh(command, absence.version);
    absence.until = endOf(absence, input.until, tx.now);
    await assertNoOverlap(tx, { id, table: 'absence', personId: person.id }, absence);
    absence.version += 1;
    await tx.manager.update(Absence, { id }, absence);
    record(this.ledger, tx, actor, { kind: 'absence-cancelled', absence, siteId: person.siteId });
    return absence;
  }
}
