import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { EquipmentKind, PlaceKind, Principal } from '@property-office/contracts';
import type { Page, PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import type { SelectQueryBuilder } from 'typeorm';
import { residentSites, sightOf } from '../acting/sight';
import { findWords, pageOf } from './page-of';
import { Place } from './place.entity';

export interface PlaceFilter {
  limit: number;
  cursor?: PagePosition;
  kinds: readonly PlaceKind[];
  siteId?: string;
  parentId?: string;
  buildingId?: string;
  externalCode?: string;
  /** Devices only, or none. */
  device?: boolean;
  equipment?: EquipmentKind;
  q?: string;
}

/** Places a principal may see: staff those of their sites, residents their homes and what is public where they live. */
@Injectable()
export class ReadPlaces {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, operation: OperationKey, id: string): Promise<Place | null> {
    return this.inSight(principal, operation).andWhere('p.id = :id', { id }).getOne();
  }

  async page(principal: Principal, operation: OperationKey, filter: PlaceFilter): Promise<Page<Place>> {
    const { kinds, siteId, parentId, buildingId, externalCode, device, equipment, q } = filter;
    const query = this.inSight(principal, operation).andWhere('p.kind = ANY(:kinds)', { kinds });
    if (siteId) query.andWhere('p.site_id = :siteId', { siteId });
    if (parentId) query.andWhere('p.parent_id = :parentId', { parentId });
    if (buildingId) query.andWhere('p.building_id = :buildingId', { buildingId });
    if (externalCode) query.andWhere('p.external_code = :externalCode', { externalCode });
    if (device !== undefined) query.andWhere(`p.device IS ${device ? 'NOT ' : ''}NULL`);
    if (equipment) query.andWhere(`p.device ->> 'equipment' = :equipment`, { equipment });
    if (q !== undefined) findWords(query, q);
    return pageOf(query, filter);
  }

  private inSight(principal: Principal, operation: OperationKey): SelectQueryBuilder<Place> {
    const { sites, own } = sightOf(principal, operation);
    const query = this.database.dataSource.getRepository(Place).createQueryBuilder('p');
    if (sites === null) return query.where('TRUE');
    const reached = ['p.site_id = ANY(:sites)'];
    if (own) reached.push('p.id = ANY(:homes)', `(p.kind <> 'home' AND p.site_id = ANY(:livesOn))`);
    return query.where(`(${reached.join(' OR ')})`, {
      sites,
      homes: principal.homes,
      livesOn: residentSites(principal),
    });
  }
}
