import { Injectable } from '@nestjs/common';
import type { Principal, Skill } from '@property-office/contracts';
import type { Page, PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { sightOf } from '../acting/sight';
import { Crew } from './crew.entity';
import { pageOf } from './page-of';

export interface CrewFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  skill?: Skill;
}

/** Somebody who belongs to a crew today. */
export interface Member {
  membershipId: string;
  crewId: string;
  personId: string;
  name: string;
  lead: boolean;
}

@Injectable()
export class ReadCrews {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, filter: CrewFilter): Promise<Page<Crew>> {
    const { sites } = sightOf(principal, 'directory.listCrews');
    const query = this.database.dataSource.getRepository(Crew).createQueryBuilder('c').where('TRUE');
    if (sites !== null) query.andWhere('c.site_id = ANY(:sites)', { sites });
    if (filter.siteId) query.andWhere('c.site_id = :siteId', { siteId: filter.siteId });
    if (filter.skill) query.andWhere(':skill = ANY(c.skills)', { skill: filter.skill });
    return pageOf(query, filter);
  }

  /** Leads first. */
  async membersToday(crews: readonly Crew[]): Promise<Member[]> {
    return this.database.query<Member>(
      `SELECT m.id AS "membershipId", m.crew_id AS "crewId", m.person_id AS "personId", p.name, m.lead
       FROM crew_membership m JOIN person p ON p.id = m.person_id
       WHERE m.crew_id = ANY($1) AND m.starts_at <= platform.now() AND (m.ends_at IS NULL OR m.ends_at > platform.now())
       ORDER BY m.lead DESC, m.starts_at, m.id`,
      [crews.map(({ id }) => id)],
    );
  }
}
