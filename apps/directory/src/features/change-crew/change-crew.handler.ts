import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { Crew } from '../../persistence/crew.entity';
import { lockCrew } from '../../persistence/crews';
import { unlessTaken } from '../../persistence/taken';
import type { ChangeCrewDto } from './change-crew.dto';

@Injectable()
export class ChangeCrewHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws crew-not-found (404), code-taken (409), stale (412), match-required (428) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: ChangeCrewDto,
  ): Promise<Crew> {
    const operation = 'directory.changeCrew';
    const expected = requiredMatch(command);
    const crew = await lockCrew(tx, command.principal, operation, id);
    if (expected !== undefined && expected !== crew.version) throw requestErrors.stale();
    crew.code = input.code ?? crew.code;
    crew.skills = input.skills ?? crew.skills;
    if (input.name) {
      crew.nameZh = input.name.zh;
      crew.nameEn = input.name.en ?? null;
    }
    crew.version += 1;
    crew.changedAt = tx.now;
    await unlessTaken(tx.manager.update(Crew, { id }, crew), {
      crew_code: () => directoryErrors.codeTaken({ code: crew.code }),
    });
    record(this.ledger, tx, actorOf(command.principal, operation, crew.siteId), {
      kind: 'crew-changed',
      crew,
    });
    return crew;
  }
}
