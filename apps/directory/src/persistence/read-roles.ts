import { Injectable } from '@nestjs/common';
import type { Principal, Role } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { sightOf } from '../acting/sight';
import { RoleHeld } from './role-held.entity';

export interface RoleFilter {
  siteId?: string;
  personId?: string;
  role?: Role;
}

/** Most roles one list shows; an office has some dozens. */
const most = 500;

@Injectable()
export class ReadRoles {
  constructor(private readonly database: Database) {}

  /** Roles held today or to come on the sites in sight, by role. */
  async held(principal: Principal, { siteId, personId, role }: RoleFilter): Promise<RoleHeld[]> {
    const { sites } = sightOf(principal, 'directory.listRoles');
    const query = this.database.dataSource
      .getRepository(RoleHeld)
      .createQueryBuilder('g')
      .where('(g.ends_at IS NULL OR g.ends_at > greatest(g.starts_at, platform.now()))');
    if (sites !== null) query.andWhere('g.site_id = ANY(:sites)', { sites });
    if (siteId) query.andWhere('g.site_id = :siteId', { siteId });
    if (personId) query.andWhere('g.person_id = :personId', { personId });
    if (role) query.andWhere('g.role = :role', { role });
    return query.orderBy('g.role').addOrderBy('g.id').limit(most).getMany();
  }
}
