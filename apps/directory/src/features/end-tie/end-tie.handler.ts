import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { sees, sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { lockOfPerson } from '../../persistence/lock-of-person';
import { Tie } from '../../persistence/tie.entity';
import { endTie } from '../../persistence/ties';
import type { EndDto } from '../span.dto';

/** The tie ends on moving out (W2.6), and with it the rights of a resident. */
@Injectable()
export class EndTieHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws span-reversed (400), tie-unknown (404), span-ended, spans-overlap (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: EndDto,
  ): Promise<Tie> {
    const operation = 'directory.endTie';
    const tie = await lockOfPerson(tx, Tie, id);
    if (!tie || !sees(sightOf(command.principal, operation), tie.siteId)) throw directoryErrors.tieUnknown();
    assertFresh(command, tie.version);
    return endTie(tx, this.ledger, actorOf(command.principal, operation, tie.siteId), tie, input.until);
  }
}
