import { Injectable } from '@nestjs/common';
import type { DelegationKind, DutyRole, Principal } from '@property-office/contracts';
import type { Page, PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { sightOf, type Sight } from '../acting/sight';
import { Absence } from './absence.entity';
import { Delegation } from './delegation.entity';
import { Duty } from './duty.entity';
import { pageOf } from './page-of';
import { Superior } from './superior.entity';

/** What lists of it are narrowed by. */
export interface PlanFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  personId?: string;
  /** What holds at this moment. */
  at?: Date;
}

const knownOn = (person: string, sites: string) =>
  `EXISTS (SELECT 1 FROM person_site ps WHERE ps.person_id = ${person} AND ps.site_id = ANY(${sites}))`;

/** Duties of the sites in sight; absences, deputies and superiors of the people known there, and always one's own. */
@Injectable()
export class ReadDutyPlan {
  constructor(private readonly database: Database) {}

  duties(principal: Principal, filter: PlanFilter & { role?: DutyRole }): Promise<Page<Duty>> {
    const { sites } = sightOf(principal, 'directory.listDuties');
    const query = this.selected(Duty, filter);
    if (sites !== null) query.andWhere('e.site_id = ANY(:sites)', { sites });
    if (filter.siteId) query.andWhere('e.site_id = :siteId', { siteId: filter.siteId });
    if (filter.personId) query.andWhere('e.person_id = :personId', { personId: filter.personId });
    if (filter.role) query.andWhere('e.role = :role', { role: filter.role });
    return pageOf(query, filter);
  }

  absences(principal: Principal, filter: PlanFilter): Promise<Page<Absence>> {
    const sight = sightOf(principal, 'directory.listAbsences');
    return pageOf(ofPeople(this.selected(Absence, filter), ['person_id'], sight, principal, filter), filter);
  }

  delegations(principal: Principal, filter: PlanFilter & { kind?: DelegationKind }): Promise<Page<Delegation>> {
    const sight = sightOf(principal, 'directory.listDelegations');
    const query = ofPeople(this.selected(Delegation, filter), ['person_id', 'deputy_id'], sight, principal, filter);
    if (filter.kind) query.andWhere('e.kind = :kind', { kind: filter.kind });
    return pageOf(query, filter);
  }

  superiors(principal: Principal, filter: PlanFilter): Promise<Page<Superior>> {
    const sight = sightOf(principal, 'directory.listSuperiors');
    return pageOf(ofPeople(this.selected(Superior, filter), ['person_id', 'superior_id'], sight, principal, filter), filter);
  }

  private selected<T extends ObjectLiteral>(entity: EntityTarget<T>, { at }: PlanFilter): SelectQueryBuilder<T> {
    const query = this.database.dataSource.getRepository(entity).createQueryBuilder('e').where('TRUE');
    return at ? query.andWhere('tstzrange(e.starts_at, e.ends_at) @> :at::timestamptz', { at }) : query;
  }
}

/** Narrows to the people in sight, or to those whom one of the columns names as oneself. */
function ofPeople<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  columns: readonly string[],
  { sites, own }: Sight,
  { personId: self }: Principal,
  { siteId, personId }: PlanFilter,
): SelectQueryBuilder<T> {
  const isOneOf = (value: string) => columns.map((column) => `e.${column} = ${value}`).join(' OR ');
  const mine = own ? isOneOf(':self') : 'FALSE';
  if (sites !== null) query.andWhere(`(${knownOn('e.person_id', ':sites')} OR ${mine})`, { sites, self });
  if (siteId) query.andWhere(knownOn('e.person_id', ':onSite'), { onSite: [siteId] });
  if (personId) query.andWhere(`(${isOneOf(':personId')})`, { personId });
  return query;
}
