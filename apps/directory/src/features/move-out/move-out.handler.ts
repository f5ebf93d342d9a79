import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { leaversOf } from '../../domain/leavers';
import { lockHousehold, lockTiesOfHome, type LockedHome } from '../../persistence/household';
import type { Tie } from '../../persistence/tie.entity';
import { endTie } from '../../persistence/ties';
import type { MoveOutDto } from './move-out.dto';

/** Ties end on moving out (W2.6): by the office for anybody or the whole home, by residents for themselves. */
@Injectable()
export class MoveOutHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws span-reversed (400), place-unknown, tie-unknown (404), nobody-lives (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    homeId: string,
    { personId, until }: MoveOutDto,
  ): Promise<Tie[]> {
    const { principal } = command;
    const household = await lockHousehold(tx, principal, 'directory.moveOut', homeId);
    assertFresh(command, household.home.version);
    const ties = await lockTiesOfHome(tx, homeId);
    const leaving = leavers(household, principal, ties, personId);
    if (leaving.length === 0) throw directoryErrors.nobodyLives();
    const ended: Tie[] = [];
    for (const tie of leaving) {
      // What has not begun by then never does.
      const end = until && until < tie.from ? tie.from : until;
      ended.push(await endTie(tx, this.ledger, household.actor, tie, end));
    }
    return ended;
  }
}

function leavers(
  { byOffice, ownerSince }: LockedHome,
  principal: Principal,
  ties: Tie[],
  personId: string | undefined,
): Tie[] {
  if (byOffice) return personId === undefined ? ties : leaversOf(ties, personId);
  if (personId === undefined || personId === principal.personId) return leaversOf(ties, principal.personId);
  const added = ties.filter((tie) => tie.personId === personId && tie.addedBy === principal.personId);
  if (!ownerSince || added.length === 0) throw directoryErrors.tieUnknown();
  return added;
}
