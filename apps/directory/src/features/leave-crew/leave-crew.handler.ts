import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { sees, sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { endOf } from '../../domain/span';
import { record } from '../../events';
import { CrewMembership } from '../../persistence/crew-membership.entity';
import { lockOfPerson } from '../../persistence/lock-of-person';
import { assertNoOverlap } from '../../persistence/overlap';
import type { EndDto } from '../span.dto';

@Injectable()
export class LeaveCrewHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws span-reversed (400), membership-unknown (404), span-ended, spans-overlap (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: EndDto,
  ): Promise<CrewMembership> {
    const operation = 'directory.leaveCrew';
    const membership = await lockOfPerson(tx, CrewMembership, id);
    if (!membership || !sees(sightOf(command.principal, operation), membership.siteId))
      throw directoryErrors.membershipUnknown();
    assertFresh(command, membership.version);
    const { personId, crewId, siteId } = membership;
    membership.until = endOf(membership, input.until, tx.now);
    await assertNoOverlap(
      tx,
      { id, table: 'crew_membership', personId, column: 'crew_id', value: crewId },
      membership,
    );
    membership.version += 1;
    await tx.manager.update(CrewMembership, { id }, membership);
    record(this.ledger, tx, actorOf(command.principal, operation, siteId), {
      kind: 'crew-member-left',
      membership,
    });
    return membership;
  }
}
