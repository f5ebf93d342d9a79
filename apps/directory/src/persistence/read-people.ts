import { Injectable } from '@nestjs/common';
import { FieldCipher, looksLikePhone, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { Page, PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import type { SelectQueryBuilder } from 'typeorm';
import { sightOf } from '../acting/sight';
import { findWords, pageOf } from './page-of';
import { phoneIndexes } from './person-phone';
import { Person } from './person.entity';

export interface PersonFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  /** People tied to the home today. */
  homeId?: string;
  /** A name, pinyin or initials; a whole telephone number. */
  q?: string;
}

const knownOn = (sites: string) =>
  `EXISTS (SELECT 1 FROM person_site ps WHERE ps.person_id = p.id AND ps.site_id = ANY(${sites}))`;

/** People a principal may see: staff those known on their sites, everybody themselves. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async one(principal: Principal, operation: OperationKey, id: string): Promise<Person | null> {
    return this.inSight(principal, operation).andWhere('p.id = :id', { id }).getOne();
  }

  async page(principal: Principal, filter: PersonFilter): Promise<Page<Person>> {
    const { siteId, homeId, q } = filter;
    const query = this.inSight(principal, 'directory.listPeople');
    if (siteId) query.andWhere(knownOn(':onSite'), { onSite: [siteId] });
    if (homeId) {
      query.andWhere(
        `EXISTS (SELECT 1 FROM tie t WHERE t.person_id = p.id AND t.home_id = :homeId
           AND t.starts_at <= platform.now() AND (t.ends_at IS NULL OR t.ends_at > platform.now()))`,
        { homeId },
      );
    }
    if (q !== undefined && looksLikePhone(q))
      query.andWhere('p.phone_index = ANY(:indexes)', { indexes: phoneIndexes(this.cipher, q) });
    else if (q !== undefined) findWords(query, q);
    return pageOf(query, filter);
  }

  /** The sites on which each of some people is known. */
  async sitesOf(people: readonly Person[]): Promise<Map<string, string[]>> {
    const sites = new Map<string, string[]>(people.map(({ id }) => [id, []]));
    const rows = await this.database.query<{ person_id: string; site_id: string }>(
      'SELECT person_id, site_id FROM person_site WHERE person_id = ANY($1)',
      [[...sites.keys()]],
    );
    for (const row of rows) sites.get(row.person_id)!.push(row.site_id);
    return sites;
  }

  private inSight(principal: Principal, operation: OperationKey): SelectQueryBuilder<Person> {
    const { sites, own } = sightOf(principal, operation);
    const query = this.database.dataSource.getRepository(Person).createQueryBuilder('p');
    if (sites === null) return query.where('TRUE');
    return query.where(own ? `(${knownOn(':sites')} OR p.id = :self)` : knownOn(':sites'), {
      sites,
      self: principal.personId,
    });
  }
}
