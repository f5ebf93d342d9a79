import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { lockHousehold } from '../../persistence/household';
import { lockOfPerson } from '../../persistence/lock-of-person';
import { Tie } from '../../persistence/tie.entity';
import { endTie } from '../../persistence/ties';
import type { EndDto } from '../span.dto';

/** An owner ends what they began: nobody else's tie, and no other owner's. */
@Injectable()
export class EndMemberHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws span-reversed (400), owners-only (403), place-unknown, tie-unknown (404), span-ended (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    homeId: string,
    tieId: string,
    { until }: EndDto,
  ): Promise<Tie> {
    const { principal } = command;
    const { actor, ownerSince } = await lockHousehold(tx, principal, 'directory.endMember', homeId);
    if (!ownerSince) throw directoryErrors.ownersOnly();
    const tie = await lockOfPerson(tx, Tie, tieId);
    if (tie?.homeId !== homeId || tie.addedBy !== principal.personId) throw directoryErrors.tieUnknown();
    assertFresh(command, tie.version);
    return endTie(tx, this.ledger, actor, tie, until);
  }
}
