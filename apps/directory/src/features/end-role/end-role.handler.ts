import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { sees, sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { mayGive } from '../../domain/role-authority';
import { endOf } from '../../domain/span';
import { HeldRoles } from '../../persistence/held-roles';
import { lockOfPerson } from '../../persistence/lock-of-person';
import { assertNoOverlap } from '../../persistence/overlap';
import { RoleHeld } from '../../persistence/role-held.entity';
import type { EndDto } from '../span.dto';

@Injectable()
export class EndRoleHandler {
  constructor(private readonly roles: HeldRoles) {}

  /** @throws span-reversed (400), beyond-authority (403), role-grant-unknown (404), span-ended, spans-overlap (409), stale (412) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: EndDto,
  ): Promise<RoleHeld> {
    const { principal } = command;
    const held = await lockOfPerson(tx, RoleHeld, id);
    if (!held || !sees(sightOf(principal, 'directory.endRole'), held.siteId))
      throw directoryErrors.roleGrantUnknown();
    const { personId, role, siteId } = held;
    if (!mayGive(principal, held)) throw directoryErrors.beyondAuthority();
    assertFresh(command, held.version);
    const until = endOf(held, input.until, tx.now);
    await assertNoOverlap(
      tx,
      { id, table: 'role_grant', personId, column: 'site_id', value: siteId, role },
      { ...held, until },
    );
    await this.roles.end(tx, actorOf(principal, 'directory.endRole', siteId), 'directory.endRole', held, until);
    return held;
  }
}
