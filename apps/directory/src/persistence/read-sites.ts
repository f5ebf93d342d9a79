import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Page, PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import type { SelectQueryBuilder } from 'typeorm';
import { findWords, pageOf } from './page-of';
import { Place } from './place.entity';

/** Sites where the principal, or somebody whose deputy they are, holds any role, being a resident included; whoever holds one company-wide sees all. */
@Injectable()
export class ReadSites {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string): Promise<Place | null> {
    return this.inSight(principal).andWhere('p.id = :id', { id }).getOne();
  }

  async page(
    principal: Principal,
    filter: { limit: number; cursor?: PagePosition; q?: string },
  ): Promise<Page<Place>> {
    const query = this.inSight(principal);
    if (filter.q !== undefined) findWords(query, filter.q);
    return pageOf(query, filter);
  }

  private inSight({ roles, deputyships = [] }: Principal): SelectQueryBuilder<Place> {
    const query = this.database.dataSource
      .getRepository(Place)
      .createQueryBuilder('p')
      .where(`p.kind = 'site'`);
    const counting = [...roles, ...deputyships.flatMap((each) => each.roles)];
    const sites = counting.map(({ siteId }) => siteId);
    return sites.includes(null)
      ? query
      : query.andWhere('p.id = ANY(:sites)', { sites: [...new Set(sites)] });
  }
}
