import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { Crew } from '../../persistence/crew.entity';
import { findPlace } from '../../persistence/places';
import { unlessTaken } from '../../persistence/taken';
import type { CreateCrewDto } from './create-crew.dto';

@Injectable()
export class CreateCrewHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown (400), code-taken (409) */
  async execute(tx: Transaction, principal: Principal, input: CreateCrewDto): Promise<Crew> {
    const operation = 'directory.createCrew';
    const site = await findPlace(tx, sightOf(principal, operation), input.siteId);
    if (site?.kind !== 'site') throw directoryErrors.referenceUnknown('/siteId');
    const crew = new Crew();
    crew.id = newId();
    crew.siteId = site.id;
    crew.kind = input.kind ?? 'crew';
    crew.code = input.code;
    crew.nameZh = input.name.zh;
    crew.nameEn = input.name.en ?? null;
    crew.skills = input.skills;
    crew.version = 1;
    crew.createdAt = tx.now;
    crew.changedAt = tx.now;
    await unlessTaken(tx.manager.insert(Crew, crew), {
      crew_code: () => directoryErrors.codeTaken({ code: input.code }),
    });
    record(this.ledger, tx, actorOf(principal, operation, site.id), { kind: 'crew-registered', crew });
    return crew;
  }
}
