import { Injectable } from '@nestjs/common';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { labelOf } from '../../domain/place-tree';
import { timeZoneNamed } from '../../domain/time-zone';
import { record } from '../../events';
import { Place } from '../../persistence/place.entity';
import { indexPlace, lockPlace } from '../../persistence/places';
import { unlessTaken } from '../../persistence/taken';
import type { ChangeSiteDto } from './change-site.dto';

@Injectable()
export class ChangeSiteHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws time-zone-unknown (400), place-unknown (404), code-taken (409), stale (412), match-required (428) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: ChangeSiteDto,
  ): Promise<Place> {
    const expected = requiredMatch(command);
    const { principal } = command;
    const site = await lockPlace(tx, sightOf(principal, 'directory.changeSite'), id, 'for_no_key_update');
    if (site?.kind !== 'site') throw directoryErrors.placeUnknown();
    if (expected !== undefined && expected !== site.version) throw requestErrors.stale();
    site.code = input.code ?? site.code;
    if (input.name) {
      site.nameZh = input.name.zh;
      site.nameEn = input.name.en ?? null;
      Object.assign(site, labelOf(site, undefined));
    }
    if (input.timeZone) site.timeZone = timeZoneNamed(input.timeZone);
    if (input.settings) site.settings = { ...input.settings };
    indexPlace(site);
    site.version += 1;
    site.changedAt = tx.now;
    await unlessTaken(tx.manager.update(Place, { id }, site), {
      place_code: () => directoryErrors.codeTaken({ code: site.code }),
    });
    record(this.ledger, tx, actorOf(principal, 'directory.changeSite', id), {
      kind: 'place-changed',
      place: site,
    });
    return site;
  }
}
