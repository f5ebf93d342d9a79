import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { sightOf } from '../acting/sight';
import { normalLogin } from '../domain/login';
import { Account } from './account.entity';

export interface AccountFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  personId?: string;
  /** What the login begins with. */
  login?: string;
}

const knownOn = (sites: string) =>
  `EXISTS (SELECT 1 FROM person_site ps WHERE ps.person_id = a.person_id AND ps.site_id = ANY(${sites}))`;

/** Accounts of the people known on the sites in sight, the latest first. */
@Injectable()
export class ReadAccounts {
  constructor(private readonly database: Database) {}

  async page(
    principal: Principal,
    { limit, cursor, siteId, personId, login }: AccountFilter,
  ): Promise<Page<Account>> {
    const { sites } = sightOf(principal, 'directory.listAccounts');
    const query = this.database.dataSource.getRepository(Account).createQueryBuilder('a').where('TRUE');
    if (sites !== null) query.andWhere(knownOn(':sites'), { sites });
    if (siteId) query.andWhere(knownOn(':onSite'), { onSite: [siteId] });
    if (personId) query.andWhere('a.person_id = :personId', { personId });
    if (login) query.andWhere('starts_with(a.login, :login)', { login: normalLogin(login) });
    if (cursor) query.andWhere('(a.opened_at, a.id) < (:at::timestamptz, :id::uuid)', { ...cursor });
    const rows = await query
      .orderBy('a.openedAt', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    return toPage(rows, limit, ({ openedAt, id }) => ({ at: openedAt.toISOString(), id }));
  }
}
