import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import type { CurrentPrincipalView } from '../features/principal.view';
import { Crew } from '../persistence/crew.entity';
import { Person } from '../persistence/person.entity';
import { Place } from '../persistence/place.entity';
import { ReadSites } from '../persistence/read-sites';

const mostSites = 100;

/** Puts names to the ids of a principal, for whoever shows them. */
@Injectable()
export class DescribePrincipal {
  constructor(
    private readonly database: Database,
    private readonly sites: ReadSites,
  ) {}

  async describe(principal: Principal): Promise<CurrentPrincipalView> {
    const { personId, accountId, sessionId, name, roles, deputyships = [] } = principal;
    const { items: sites } = await this.sites.page(principal, { limit: mostSites });
    const homes =
      principal.homes.length === 0
        ? []
        : await this.database.dataSource.getRepository(Place).findBy({ id: In(principal.homes) });
    const crews =
      principal.crews.length === 0
        ? []
        : await this.database.dataSource.getRepository(Crew).findBy({ id: In(principal.crews) });
    const others =
      deputyships.length === 0
        ? []
        : await this.database.dataSource
            .getRepository(Person)
            .findBy({ id: In(deputyships.map(({ forPersonId }) => forPersonId)) });
    return {
      id: personId,
      name,
      accountId,
      sessionId,
      roles,
      sites: sites.map(({ id, nameZh, nameEn, timeZone }) => ({
        id,
        name: { zh: nameZh, en: nameEn },
        timeZone: timeZone!,
      })),
      crews: crews.map(({ id, siteId, nameZh, nameEn }) => ({
        id,
        siteId,
        name: { zh: nameZh, en: nameEn },
      })),
      homes: homes.map(({ id, siteId, label, labelEn }) => ({
        id,
        siteId,
        label: { zh: label, en: labelEn },
      })),
      deputyships: deputyships.map(({ forPersonId, kind, roles: lent }) => ({
        forPersonId,
        forName: others.find(({ id }) => id === forPersonId)!.name,
        kind,
        roles: lent,
      })),
    };
  }
}
