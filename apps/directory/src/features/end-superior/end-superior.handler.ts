import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { endOf } from '../../domain/span';
import { record } from '../../events';
import { lockOfColleague } from '../../persistence/lock-of-colleague';
import { assertNoOverlap } from '../../persistence/overlap';
import { Superior } from '../../persistence/superior.entity';
import { assertNoCircle, lockLines } from '../../persistence/superiors';
import type { EndDto } from '../span.dto';

/** It is known until when somebody answers for a person. */
@Injectable()
export class EndSuperiorHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws span-reversed (400), beyond-authority (403), superior-unknown (404), span-ended, spans-overlap,
   * superiors-in-circle (409), stale (412)
   */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: EndDto,
  ): Promise<Superior> {
    const operation = 'directory.endSuperior';
    await lockLines(tx);
    const locked = await lockOfColleague(tx, command.principal, operation, Superior, id, directoryErrors.superiorUnknown);
    const { entry: line, person, actor } = locked;
    assertFresh(command, line.version);
    line.until = endOf(line, input.until, tx.now);
    await assertNoOverlap(tx, { id, table: 'superior', personId: person.id }, line);
    // The end may have been moved on.
    await assertNoCircle(tx, line);
    line.version += 1;
    await tx.manager.update(Superior, { id }, line);
    record(this.ledger, tx, actor, { kind: 'superior-set', line, siteId: person.siteId });
    return line;
  }
}
