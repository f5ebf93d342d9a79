import { Injectable } from '@nestjs/common';
import { defaultTimeZone } from '@property-office/calendar';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { directoryErrors } from '../../domain/errors';
import { labelOf } from '../../domain/place-tree';
import { timeZoneNamed } from '../../domain/time-zone';
import { record } from '../../events';
import { Place } from '../../persistence/place.entity';
import { indexPlace } from '../../persistence/places';
import { unlessTaken } from '../../persistence/taken';
import type { CreateSiteDto } from './create-site.dto';

/** A site (项目) begins; only roles of the whole company open one. */
@Injectable()
export class CreateSiteHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws time-zone-unknown (400), role-not-company-wide (403), code-taken (409) */
  async execute(tx: Transaction, principal: Principal, input: CreateSiteDto): Promise<Place> {
    const actor = actorOf(principal, 'directory.createSite', null);
    const site = new Place();
    site.id = newId();
    site.siteId = site.id;
    site.kind = 'site';
    site.parentId = null;
    site.buildingId = null;
    site.code = input.code;
    site.nameZh = input.name.zh;
    site.nameEn = input.name.en ?? null;
    Object.assign(site, labelOf(site, undefined));
    site.externalCode = null;
    site.timeZone = timeZoneNamed(input.timeZone ?? defaultTimeZone);
    site.settings = { ...input.settings };
    site.device = null;
    site.deviceKey = null;
    indexPlace(site);
    site.version = 1;
    site.createdAt = tx.now;
    site.changedAt = tx.now;
    await unlessTaken(tx.manager.insert(Place, site), {
      place_code: () => directoryErrors.codeTaken({ code: input.code }),
    });
    record(this.ledger, tx, actor, { kind: 'place-registered', place: site });
    return site;
  }
}
