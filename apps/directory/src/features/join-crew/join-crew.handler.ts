import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { CrewMembership } from '../../persistence/crew-membership.entity';
import { lockCrew } from '../../persistence/crews';
import { assertNoOverlap } from '../../persistence/overlap';
import { lockReferredPerson } from '../../persistence/people';
import type { JoinCrewDto } from './join-crew.dto';

@Injectable()
export class JoinCrewHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown, span-reversed (400), crew-not-found (404), spans-overlap (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    crewId: string,
    input: JoinCrewDto,
  ): Promise<CrewMembership> {
    const operation = 'directory.joinCrew';
    const { principal } = command;
    const crew = await lockCrew(tx, principal, operation, crewId);
    assertFresh(command, crew.version);
    const { person } = await lockReferredPerson(tx, principal, operation, input.personId);
    const membership = new CrewMembership();
    membership.id = newId();
    membership.crewId = crew.id;
    membership.siteId = crew.siteId;
    membership.personId = person.id;
    membership.lead = input.lead ?? false;
    Object.assign(membership, newSpan(input, tx.now));
    membership.version = 1;
    await assertNoOverlap(
      tx,
      { id: membership.id, table: 'crew_membership', personId: person.id, column: 'crew_id', value: crew.id },
      membership,
    );
    await tx.manager.insert(CrewMembership, membership);
    record(this.ledger, tx, actorOf(principal, operation, crew.siteId), {
      kind: 'crew-member-joined',
      membership,
    });
    return membership;
  }
}
